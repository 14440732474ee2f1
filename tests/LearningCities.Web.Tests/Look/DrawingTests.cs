using LearningCities.Web.Look;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LearningCities.Web.Tests.Look;

public class DrawingTests
{
    [Fact]
    public async Task A_name_in_a_drawing_is_text_whatever_is_in_it()
    {
        var drawn = await Draw<SvgText>(new() { ["X"] = "1", ["Y"] = "2.5", ["Text"] = "Ő & <b>" });

        Assert.Equal("<text x=\"1\" y=\"2.5\">&#x150; &amp; &lt;b&gt;</text>", drawn);
    }

    [Theory]
    [InlineData("https://szeged.example.org/check-in/ABCD1234")]
    [InlineData("Ő")]
    public async Task What_a_QR_code_says_can_be_scanned(string text)
    {
        var drawn = await Draw<QrCode>(new() { ["Text"] = text, ["Label"] = "QR code of your place" });

        Assert.Contains("role=\"img\" aria-label=\"QR code of your place\"", drawn, StringComparison.Ordinal);
        Assert.Equal(text, await Scanned.From(drawn));
    }

    private static async Task<string> Draw<TDrawing>(Dictionary<string, object?> with) where TDrawing : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TDrawing>(ParameterView.FromDictionary(with))).ToHtmlString());
    }
}
