using LearningCities.Contracts.Catalogue;
using LearningCities.Contracts.Mobility;
using LearningCities.Identity.Cities;
using LearningCities.Identity.Disclosures;
using LearningCities.Identity.Keys;
using LearningCities.Identity.Limits;
using LearningCities.Identity.Organisations;
using LearningCities.Identity.Passwords;
using LearningCities.Identity.People;
using LearningCities.Identity.Tokens;

namespace LearningCities.Identity;

/// <summary>Who there is: cities, organisations, people, and what their tokens allow.</summary>
public sealed class IdentityModule : IModule
{
    public string Name => "identity";

    public void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddModule<IdentityDb, SqliteIdentityDb, PostgreSqlIdentityDb>(Name)
            .TellsAgain<IdentityRetelling>()
            .AddHandler<SignUpMade, DiscloseOnSignUpMade>()
            .AddHandler<SignUpCancelled, CloseOnSignUpCancelled>()
            .AddHandler<AttendanceConfirmed, DiscloseOnAttendanceConfirmed>()
            .AddHandler<PlacementMoved, DiscloseOnPlacementMoved>();
        builder.AddTokenIssuer();

        builder.Services.AddSingleton<Hashing>();
        builder.Services.AddScoped<SigningIn>();
        builder.Services.AddActivatedSingleton<SignInMeter>(); // a count that is there from the start can be seen to rise
        builder.Services.AddScoped<Bearers>();
        builder.Services.AddJob<CreateCity>(CreateCity.Name, CreateCity.Help);
        builder.Services.AddValidation(); // it sees the requests of this assembly only, so every module calls it
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        var identity = app.MapGroup("/api/identity").ForModule<IdentityDb>(Name);

        IssueToken.Map(identity);

        ListCities.Map(identity);
        ShowCity.Map(identity);
        ChangeCity.Map(identity);

        Register.Map(identity);
        ShowMe.Map(identity);
        ChangeMe.Map(identity);
        ListMyAudit.Map(identity);
        AppointOfficer.Map(identity);

        RequestPasswordReset.Map(identity);
        ShowLetter.Map(identity);
        SetPassword.Map(identity);

        ListPeople.Map(identity);
        ShowContact.Map(identity);

        ListOrganisations.Map(identity);
        ShowOrganisation.Map(identity);
        CreateOrganisation.Map(identity);
        ChangeOrganisation.Map(identity);
        AddMember.Map(identity);
        ListMembers.Map(identity);
        EndMembership.Map(identity);

        MakeApiKey.Map(identity);
        ListApiKeys.Map(identity);
        ShowApiKey.Map(identity);
        WithdrawApiKey.Map(identity);

        CountTaken.Map(identity);
    }
}
