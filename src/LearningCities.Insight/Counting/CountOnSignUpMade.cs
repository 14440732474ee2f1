using LearningCities.Contracts.Catalogue;

namespace LearningCities.Insight.Counting;

internal sealed class CountOnSignUpMade(InsightDb db) : IEventHandler<SignUpMade>
{
    public async Task Handle(SignUpMade happened, CancellationToken cancellation)
    {
        var signUp = await db.Counted(
            happened.SignUpId, city => new SignUp(happened.SignUpId, city, happened.District), cancellation);
        signUp.Make(happened.At, happened.Version);
    }
}
