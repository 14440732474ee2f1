using System.Globalization;
using LearningCities.Contracts;
using LearningCities.Web.Forms;
using Microsoft.AspNetCore.Http;

namespace LearningCities.Web.Tests.Look;

/// <summary>Somebody who reads pages of Szeged, for what can be tried without one.</summary>
internal static class Reading
{
    public static Visit In(string language, string timeZone = "Europe/Budapest")
    {
        var visit = new Visit
        {
            Http = new DefaultHttpContext(),
            InCity = new(Guid.Empty, "szeged", new LocalizedText("hu", "Szeged"), timeZone, "HUF", ["hu"], 46.25, 20.15, 258, 86, null),
            Language = language,
            Form = Form.Empty,
        };
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Visit.CultureOf(language), Visit.CultureOf(language));
        return visit;
    }
}
