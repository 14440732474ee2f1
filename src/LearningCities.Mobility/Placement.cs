using LearningCities.Contracts.Mobility;

namespace LearningCities.Mobility;

/// <summary>
/// A learner's time at an organisation elsewhere: her pathway passport. Three parties, often in two cities, see it and act on
/// it. <see cref="Aggregate.City"/> is the learner's. <see cref="Offer.Apply"/> makes one.
/// </summary>
internal sealed partial class Placement(
    Guid id, Guid city, Guid learnerId, Guid sendingOrganisationId, Guid hostCity, Guid hostOrganisationId, DateTimeOffset appliedAt)
    : SharedAggregate<Placement>(id, city)
{
    public const int LongestMotivation = 2000;

    private static readonly int DaysToAnswer = 14;

    private readonly List<Agreement> _agreements = [];
    private readonly List<SupportItem> _items = [];

    public required Guid OfferId { get; init; }

    /// <summary>As it was when she applied.</summary>
    public required LocalizedText OfferTitle { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    public required string Motivation { get; init; }

    public Guid LearnerId { get; private set; } = learnerId;

    public Guid SendingOrganisationId { get; private set; } = sendingOrganisationId;

    public Guid HostCity { get; private set; } = hostCity;

    public Guid HostOrganisationId { get; private set; } = hostOrganisationId;

    public DateTimeOffset AppliedAt { get; private set; } = appliedAt;

    public DateOnly AnswerBy { get; private set; }

    public State State { get; private set; } = State.Applied;

    public IReadOnlyList<Agreement> Agreements => _agreements;

    public IEnumerable<SupportItem> Items => _items.OrderBy(item => item.Place);

    public override IEnumerable<Guid> Cities => [City, HostCity];

    public static Placement Of(
        Offer offer, Guid learnerId, Guid city, Guid sendingOrganisationId, string motivation, DateOnly today, DateTimeOffset now)
    {
        var placement = new Placement(
            Guid.CreateVersion7(now), city, learnerId, sendingOrganisationId, offer.City, offer.OrganisationId, now)
        {
            OfferId = offer.Id,
            OfferTitle = offer.Title,
            From = offer.From,
            To = offer.To,
            Motivation = motivation,
        };
        placement.Begin(today);
        return placement;
    }

    private void Begin(DateOnly today)
    {
        Admit(Role.Learner.Word(), City, LearnerId);
        Admit(Role.Sending.Word(), City, SendingOrganisationId);
        Admit(Role.Host.Word(), HostCity, HostOrganisationId);

        _agreements.AddRange([new(Role.Learner), new(Role.Sending), new(Role.Host)]);
        _agreements[0].Give(Answer.Agreed, comment: null, LearnerId, AppliedAt); // that she applies is her word
        _items.AddRange(SupportPlan.For(From, To, today, AppliedAt));

        var (fortnight, eve) = (today.AddDays(DaysToAnswer), From.AddDays(-1));
        AnswerBy = fortnight < eve ? fortnight : eve;
    }

    /// <summary>As whom the caller takes part; empty for everybody else.</summary>
    public IReadOnlySet<Role> RolesOf(Caller caller)
    {
        var organisations = caller.OrganisationsManaged();
        var roles = new HashSet<Role>();
        _ = caller.Person == LearnerId && roles.Add(Role.Learner);
        _ = caller.City == City && organisations.Contains(SendingOrganisationId) && roles.Add(Role.Sending);
        _ = caller.City == HostCity && organisations.Contains(HostOrganisationId) && roles.Add(Role.Host);
        return roles;
    }

    /// <summary>Sending organisation and host agree or decline, each once; who declines says why.</summary>
    public void Answered(Role party, Answer answer, string? comment, Guid person, DateTimeOffset now)
    {
        if (State is not State.Applied)
        {
            throw new RuleViolationException("placement-decided", $"It is {State.Word()} by now.");
        }

        _agreements.Single(a => a.Party == party).Give(answer, comment, person, now);
        State = answer is Answer.Declined ? State.Declined
            : _agreements.TrueForAll(a => a.Answer is Answer.Agreed) ? State.Agreed
            : State.Applied;
        Version++;
    }

    public void Withdraw()
    {
        switch (State)
        {
            case State.Withdrawn:
                return;
            case State.Declined:
                throw new RuleViolationException("placement-over", "It was declined before.");
            case State.Abroad or State.Back:
                throw new RuleViolationException("placement-begun", "Once abroad, talk to your organisation at home.");
        }

        State = State.Withdrawn;
        Version++;
    }

    public PlacementMoved Moved(DateTimeOffset now) => new(
        City,
        Id,
        Version,
        LearnerId,
        SendingOrganisationId,
        HostOrganisationId,
        HostCity,
        OfferTitle,
        State.Word(),
        Next()?.Party.Word(),
        now);

    internal sealed class Mapping : IEntityTypeConfiguration<Placement>
    {
        public void Configure(EntityTypeBuilder<Placement> placement)
        {
            placement.Property(p => p.State).HasConversion<Words.Converter<State>>().HasMaxLength(20);
            placement.Property(p => p.Motivation).HasMaxLength(LongestMotivation);
            placement.HasIndex(p => new { p.OfferId, p.LearnerId }).IsUnique().HasFilter("state NOT IN ('declined', 'withdrawn')");
            placement.OwnsMany(p => p.Agreements, agreement =>
            {
                agreement.HasKey("PlacementId", nameof(Agreement.Party));
                agreement.Property(a => a.Party).HasConversion<Words.Converter<Role>>().HasMaxLength(20);
                agreement.Property(a => a.Answer).HasConversion<Words.Converter<Answer>>().HasMaxLength(20);
                agreement.Property(a => a.Comment).HasMaxLength(Agreement.LongestComment);
            });
            placement.Ignore(p => p.Items).OwnsMany<SupportItem>("_items", item =>
            {
                item.HasKey("PlacementId", nameof(SupportItem.Id));
                item.Property(i => i.Id).ValueGeneratedNever();
                item.Property(i => i.Kind).HasMaxLength(40);
                item.Property(i => i.Phase).HasConversion<Words.Converter<Phase>>().HasMaxLength(20);
                item.Property(i => i.Party).HasConversion<Words.Converter<Role>>().HasMaxLength(20);
            });
        }
    }
}
