namespace LearningCities.Badges.Issuing;

/// <summary>Signs awards in the name of the organisation that makes them.</summary>
internal sealed class Issuer(IssuerKeys keys, StatusLists lists, MadeOnce once, Addresses addresses, TimeProvider clock)
{
    /// <summary>To be called before the transaction: it makes what is not there yet, and signing takes time.</summary>
    public async Task<Credential> Sign(Award award, Badge badge, BadgesDb db, CancellationToken cancellation)
    {
        addresses.AreForEverOrRefuse();
        var key = await keys.Current(award.City, badge.OrganisationId, cancellation);
        var recipient = await RecipientOf(award, cancellation);
        var organisation = await db.Organisations.ById(badge.OrganisationId, cancellation);
        await lists.List(award, db, cancellation);

        var document = OpenBadgeDocument.Of(award, badge, organisation, recipient, addresses);
        return new Credential(award.Id, award.City, Jws.Sign(document, key.Address, data => keys.Sign(key, data)));
    }

    private Task<Recipient> RecipientOf(Award award, CancellationToken cancellation) => once.Have(
        award.City,
        async db => await db.Recipients.SingleOrDefaultAsync(r => r.LearnerId == award.LearnerId, cancellation)
            ?? db.Add(new Recipient(Guid.CreateVersion7(clock.GetUtcNow()), award.City, award.LearnerId)).Entity,
        cancellation);
}
