using System.Text.Json;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class StoryTests : IDisposable
{
    private const string Told = """
        {"title":"A day","blocks":[
          {"type":"markdown","source":"# Morning\n\nWhat **people** said. <script>alert(1)</script>"},
          {"type":"message","text":"Thank you!","author":"Jo","url":"https://towns.example/1","at":"2026-11-24T09:00:00+00:00","licence":"CC BY 4.0"},
          {"type":"html","source":"<p onclick=alert(1)>See <a href='https://a.example/'>this</a><iframe src='https://video.example/1' title='A talk'></iframe>"}]}
        """;

    private readonly DeskProgram desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_story_is_built_of_cards_markdown_and_html_without_script()
    {
        desk.Write("story.json", Told);

        var page = (await desk.RunAsync("story", "build", "story.json")).Ended(0).Output;

        Assert.Contains("<h2 dir=\"auto\">Morning</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<strong>people</strong>", page, StringComparison.Ordinal);
        Assert.Contains("https://video.example/1", page, StringComparison.Ordinal);
        Assert.Contains("Licence: CC BY 4.0", page, StringComparison.Ordinal);
        Assert.Contains("SHA-256 ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<iframe", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_can_answer_another_that_asks_how_to_show_it()
    {
        desk.Write("story.json", Told);

        var answer = JsonElement.Parse((await desk.RunAsync("story", "build", "story.json", "--format", "oembed")).Ended(0).Output);

        Assert.Equal("rich", answer.GetProperty("type").GetString());
        Assert.Contains("Thank you!", answer.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<iframe", answer.GetProperty("html").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_nobody_can_speak_for_stands_as_its_link()
    {
        desk.Write("story.json", """{"title":"A talk","blocks":[{"type":"embed","url":"https://nobody.example/talk","text":""}]}""");

        var built = (await desk.RunAsync("story", "build", "story.json", "--ask", "--format", "text")).Ended(0);

        Assert.Contains("https://nobody.example/talk: no provider is known for it; the link alone stands", built.Errors, StringComparison.Ordinal);
        Assert.Contains("\nhttps://nobody.example/talk\n", built.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exported_story_is_built_again_as_it_was_and_a_changed_one_is_refused()
    {
        desk.Write("story.json", Told);
        var exported = (await desk.RunAsync("story", "build", "story.json", "--format", "json")).Ended(0).Output;
        desk.Write("exported.json", exported);

        Assert.Equal(exported, (await desk.RunAsync("story", "build", "exported.json", "--format", "json")).Ended(0).Output);
        Assert.Equal(
            (await desk.RunAsync("story", "build", "story.json", "--format", "sealed")).Ended(0).Output,
            (await desk.RunAsync("story", "build", "exported.json", "--format", "sealed")).Ended(0).Output);

        desk.Write("changed.json", exported.Replace("Thank you!", "Shame!", StringComparison.Ordinal));
        Assert.Contains("changed.json: orderedItems[", (await desk.RunAsync("story", "build", "changed.json")).Ended(2).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_read_as_it_was_meant_is_told_and_the_rest_goes_on()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 300));
        desk.Write("doc.json", $$"""{"title":"T","blocks":[{"type":"html","source":"{{deep}}x"},{"type":"paragraph","text":"kept"}]}""");

        var result = (await desk.RunAsync("render", "--input", "doc.json", "--format", "text")).Ended(0);

        Assert.Contains("kept", result.Output, StringComparison.Ordinal);
        Assert.Contains("comms: doc.json: blocks[0]: The HTML is nested too deeply", result.Errors, StringComparison.Ordinal);
        Assert.Contains("story.missing", (await desk.RunAsync("story", "build", "story.missing")).Ended(2).Errors, StringComparison.Ordinal);
        Assert.Contains("the pipe", (await desk.PipeAsync("nonsense", "story", "build", "-")).Ended(2).Errors, StringComparison.Ordinal);
    }
}
