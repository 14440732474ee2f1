using LearningCities.Web.Calls;
using LearningCities.Web.Forms;
using LearningCities.Web.Look;
using LearningCities.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace LearningCities.Web.Pages;

/// <summary>
/// A page: what a form of it does (<see cref="Post"/>), what it shows (<see cref="Load"/>), and then its markup, which is
/// drawn when both are done and so needs no state between.
/// </summary>
[Layout(typeof(Layout))]
public abstract class Page : ComponentBase
{
    [Inject]
    private protected Visit Visit { get; set; } = null!;

    [Inject]
    private protected Api Api { get; set; } = null!;

    [Inject]
    private protected Words T { get; set; } = null!;

    [Inject]
    private protected TimeProvider Time { get; set; } = null!;

    [Inject]
    private protected Cookies Cookies { get; set; } = null!;

    private protected Form Form => Visit.Form;

    private protected City City => Visit.City;

    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (Form.IsStale)
        {
            Form.Wrong("", T[Visit.Http.Request.Cookies.ContainsKey(Cookies.Form) ? "Form.Stale" : "Form.NoCookie"]);
        }
        else if (Form.IsPosted)
        {
            await Post(Form.Do);
        }

        await Load();
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Asks for what is shown.</summary>
    private protected virtual Task Load() => Task.CompletedTask;

    /// <summary>Does what the form is for: the pressed button's <c>value</c>. Ends with a turn, unless something is wrong.</summary>
    private protected virtual Task Post(string what) => throw Turn.NotFound();
}
