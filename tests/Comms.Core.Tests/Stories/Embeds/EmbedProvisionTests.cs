using System.Text.Json;
using Comms.Core.Documents;
using Comms.Core.Stories.Embeds;
using Xunit;

namespace Comms.Core.Tests.Stories.Embeds;

public class EmbedProvisionTests
{
    private static readonly Document Page = new()
    {
        Title = "Our week & yours",
        Series = "Round-ups",
        Url = "https://trust.example/week",
        Blocks = [new Paragraph("Nine people wrote."), new EmbedCard("https://video.example/v", "A film", "The trust") { Picture = "https://video.example/1.jpg" }],
    };

    [Fact]
    public void A_site_that_asks_gets_the_page_without_script_frame_or_style()
    {
        var answer = JsonElement.Parse(EmbedProvision.Answer(Page));

        Assert.Equal(("rich", "1.0", "Our week & yours", "Round-ups", "https://trust.example/week"), (Text("type"), Text("version"), Text("title"), Text("provider_name"), Text("provider_url")));
        Assert.Equal(DocumentRenderer.Render(Page, DocumentFormat.WordPress), Text("html"));
        Assert.All(["<script", "<iframe", "style="], words => Assert.DoesNotContain(words, Text("html"), StringComparison.OrdinalIgnoreCase));
        Assert.Equal((600, JsonValueKind.Null), (answer.GetProperty("width").GetInt32(), answer.GetProperty("height").ValueKind));

        string Text(string name) => answer.GetProperty(name).GetString()!;
    }

    [Fact]
    public void It_is_never_wider_than_the_asker_allows() =>
        Assert.Equal(320, JsonElement.Parse(EmbedProvision.Answer(Page, 320)).GetProperty("width").GetInt32());

    [Fact]
    public void A_page_says_where_it_can_be_asked_for() => Assert.Equal(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"https://trust.example/oembed?url=https%3A%2F%2Ftrust.example%2Fweek%3Fa%3D1&amp;format=json\">",
        EmbedProvision.DiscoveryLink(new Uri("https://trust.example/oembed"), new Uri("https://trust.example/week?a=1")));
}
