using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class CheckTests : IDisposable
{
    private readonly DeskProgram desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Each_text_has_its_findings_and_its_readability()
    {
        var lines = (await desk.PipeAsync("""
            {"id":"one","text":"We will utilise the hub #nhsconfedsocial"}
            {"id":"two","text":"Come on Monday."}
            """, "check")).Ended(0).Json;

        var finding = lines[0].GetProperty("findings")[0];
        Assert.Equal(("words", 8, "use"), (finding.GetProperty("rule").GetString(), finding.GetProperty("start").GetInt32(), finding.GetProperty("replacement").GetString()));
        Assert.Equal("two", lines[1].GetProperty("id").GetString());
        Assert.Equal(0, lines[1].GetProperty("findings").GetArrayLength());
        Assert.True(lines[1].GetProperty("readability").GetProperty("tooShort").GetBoolean());
    }

    [Fact]
    public async Task A_house_style_counts_and_a_broken_one_is_named_with_its_line()
    {
        var good = desk.Write("style.json", """{ "version": 1, "words": [ { "avoid": ["clients"], "use": ["patients"] } ] }""");
        var bad = desk.Write("bad.json", "{\n \"colour\": 1 }");

        var line = Assert.Single((await desk.PipeAsync("""{"text":"Our clients"}""", "check", "--style", good)).Ended(0).Json);
        var refused = (await desk.PipeAsync("""{"text":"Our clients"}""", "check", "--style", bad)).Ended(2);

        Assert.Equal("house", line.GetProperty("findings")[0].GetProperty("rule").GetString());
        Assert.Contains("line 2", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_line_is_named_and_the_others_are_checked()
    {
        var result = (await desk.PipeAsync("{\"text\":\"a\"}\nnonsense\n", "check")).Ended(1);

        Assert.Single(result.Lines);
        Assert.Contains(":2:", result.Errors, StringComparison.Ordinal);
    }
}
