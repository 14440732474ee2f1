using LearningCities.Contracts.Catalogue;

namespace LearningCities.Insight.Counting;

internal sealed class DiscountOnSignUpCancelled(InsightDb db) : IEventHandler<SignUpCancelled>
{
    public async Task Handle(SignUpCancelled happened, CancellationToken cancellation)
    {
        var signUp = await db.Counted(
            happened.SignUpId, city => new SignUp(happened.SignUpId, city, happened.District), cancellation);
        signUp.Cancel(happened.Version);
    }
}
