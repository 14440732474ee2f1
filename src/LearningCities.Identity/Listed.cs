namespace LearningCities.Identity;

/// <summary>
/// A thing of the public directory, which is one for all cities: anyone may read it, wherever she is. So nothing about a
/// person belongs here, and who changes it looks whose it is.
/// </summary>
internal abstract class Listed(Guid id)
{
    public Guid Id { get; private set; } = id;

    public long Version { get; protected set; } = 1;

    internal abstract class Mapping<T> : IEntityTypeConfiguration<T> where T : Listed
    {
        public virtual void Configure(EntityTypeBuilder<T> thing)
        {
            thing.HasKey(t => t.Id);
            thing.Property(t => t.Id).ValueGeneratedNever();
            thing.Property(t => t.Version).IsConcurrencyToken();
        }
    }
}
