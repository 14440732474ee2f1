using LearningCities.Web.Calls;
using LearningCities.Web.Sessions;

namespace LearningCities.Web.Pages.Organisations;

/// <summary>A page of those who work for an organisation, in the name of one of theirs.</summary>
public abstract class StaffPage : Page
{
    private protected Organisation Ours => Acting.For(Visit) ?? throw Turn.NotAllowed();

    /// <summary>The address of another page in the same organisation's name.</summary>
    private protected string To(string page) => Acting.To(Visit, page);
}

/// <summary>In whose name somebody acts who works for one organisation or several: the address says it.</summary>
internal static class Acting
{
    public static Organisation? For(Visit visit)
    {
        var all = visit.Person.Organisations;
        var asked = Guid.TryParse(visit.Asked("organisation"), out var id) ? id : Guid.Empty;
        return all.FirstOrDefault(organisation => organisation.Id == asked) ?? (all.Count > 0 ? all[0] : null);
    }

    public static string To(Visit visit, string page) =>
        visit.Person.Organisations.Count < 2 || For(visit) is not { } ours
            ? visit.To(page)
            : visit.To($"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}organisation={ours.Id}");
}
