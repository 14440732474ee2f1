using System.Globalization;
using LearningCities.Identity.Passwords;
using LearningCities.Identity.People;
using Microsoft.Extensions.Configuration;

namespace LearningCities.Identity.Cities;

/// <summary>
/// <c>--create-city NAME --admin EMAIL</c>: makes a city and its first administrator, and prints the link by which she chooses
/// her password. Repeated, it makes only what is missing, and a new link as long as she has no password.
/// </summary>
internal sealed class CreateCity(
    IdentityDb db, IServiceProvider scope, TimeProvider clock, IConfiguration configuration) : IJob
{
    public const string Name = "create-city";
    public const string Help =
        "NAME --admin EMAIL [--short-name S] [--language hu] [--time-zone Europe/Budapest] [--currency HUF] "
        + "[--latitude 46.25] [--longitude 20.15] [--admin-name NAME]: makes a city and its first administrator";

    private static readonly TimeSpan FirstLinkLasts = TimeSpan.FromDays(1);

    public async Task<int> Run(
        IReadOnlyDictionary<string, string> arguments, TextWriter output, CancellationToken cancellation)
    {
        if (Refusal(arguments) is { } refusal)
        {
            await output.WriteLineAsync(refusal);
            return 1;
        }

        var city = await City(arguments, cancellation);
        scope.WorkIn(city.Id, Name);
        if (await Administrator(city, arguments, cancellation) is not { } administrator)
        {
            await output.WriteLineAsync($"{arguments["admin"]} has an account in another city. Take another address.");
            return 1;
        }

        var reset = administrator.Account.PasswordHash is null ? NewReset(administrator.Person) : null;
        var link = reset is null ? null : NewLink(reset, city);
        await db.Commit(cancellation);

        await output.WriteLineAsync($"City: {city.ShortName} {city.Id}");
        await output.WriteLineAsync(link is null
            ? $"Administrator: {administrator.Person.Email} (has a password)"
            : $"Administrator: {administrator.Person.Email}, who chooses a password within a day at {link}");
        return 0;
    }

    private static string? Refusal(IReadOnlyDictionary<string, string> arguments)
    {
        var (zone, language) = (arguments.GetValueOrDefault("time-zone"), arguments.GetValueOrDefault("language"));
        return arguments.GetValueOrDefault(Name) is not { Length: > 0 and <= Names.Longest } name
                || ShortNameOf(name, arguments).Length == 0 ? "Say what the city is called: --create-city Szeged."
            : !new EmailAddressAttribute().IsValid(arguments.GetValueOrDefault("admin") ?? "")
                ? "Say who is its administrator: --admin anna@example.org."
            : zone is not null && !TimeZones.IsKnown(zone) ? $"'{zone}' is no time zone. Give an IANA name: Europe/Budapest."
            : language is not null && !Names.IsLanguage(language) ? $"'{language}' is no language. Give two letters: hu."
            : !double.TryParse(arguments.GetValueOrDefault("latitude", "0"), CultureInfo.InvariantCulture, out _)
                || !double.TryParse(arguments.GetValueOrDefault("longitude", "0"), CultureInfo.InvariantCulture, out _)
                ? "A position is two numbers: --latitude 46.25 --longitude 20.15."
            : null;
    }

    private static string ShortNameOf(string name, IReadOnlyDictionary<string, string> arguments) =>
        Names.Fold(arguments.GetValueOrDefault("short-name", name));

    private async Task<City> City(IReadOnlyDictionary<string, string> arguments, CancellationToken cancellation)
    {
        var shortName = ShortNameOf(arguments[Name], arguments);
        if (await db.Cities.SingleOrDefaultAsync(c => c.ShortName == shortName, cancellation) is { } there)
        {
            return there;
        }

        var language = arguments.GetValueOrDefault("language", "en");
        var facts = new CityFacts(
            new LocalizedText(language, arguments[Name]),
            arguments.GetValueOrDefault("time-zone", TimeZones.Here),
            arguments.GetValueOrDefault("currency", "EUR").ToUpperInvariant(),
            [.. new[] { language, "en" }.Distinct()],
            double.Parse(arguments.GetValueOrDefault("latitude", "0"), CultureInfo.InvariantCulture),
            double.Parse(arguments.GetValueOrDefault("longitude", "0"), CultureInfo.InvariantCulture),
            Hue: 258,
            AccentHue: 86,
            Phone: null);
        var now = clock.GetUtcNow();
        var city = new City(Guid.CreateVersion7(now), shortName, now).With(facts);
        db.Add(city);
        db.Publish(city.Changed());
        return city;
    }

    private async Task<(Person Person, Account Account)?> Administrator(
        City city, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellation)
    {
        var email = arguments["admin"];
        var hash = Whereabouts.HashOf(Person.Normal(email));
        var found = await db.Whereabouts.SingleOrDefaultAsync(w => w.Hash == hash, cancellation);
        if (found is not null && found.CityId != city.Id)
        {
            return null;
        }

        var person = await db.PersonByEmail(email, cancellation) ?? NewPerson(city, email, arguments);
        person.Give(Roles.Administrator | Roles.Officer | Roles.Operator);
        return (person, db.Accounts.Local.SingleOrDefault() ?? await db.Accounts.SingleAsync(a => a.Id == person.Id, cancellation));
    }

    private Person NewPerson(City city, string email, IReadOnlyDictionary<string, string> arguments)
    {
        var name = arguments.GetValueOrDefault("admin-name", email.Split('@')[0]);
        var person = new Person(
            Guid.CreateVersion7(clock.GetUtcNow()), city.Id, name, email, city.Facts.Languages.First());
        db.Add(person);
        db.Add(Whereabouts.Of(person));
        db.Add(new Account(person.Id, city.Id, passwordHash: null));
        return person;
    }

    private PasswordReset NewReset(Person person)
    {
        var now = clock.GetUtcNow();
        var reset = new PasswordReset(Guid.CreateVersion7(now), person.City, person.Id, now, now + FirstLinkLasts);
        db.Add(reset);
        return reset;
    }

    private string NewLink(PasswordReset reset, City city)
    {
        var (link, token) = ResetLink.For(reset);
        db.Add(link);
        return ShowLetter.LinkTo(configuration, city, token);
    }
}
