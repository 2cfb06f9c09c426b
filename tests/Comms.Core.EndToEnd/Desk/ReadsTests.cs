using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class ReadsTests : IDisposable
{
    private const string Series = "Our weekly read-round-up";

    private readonly DeskProgram desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task An_edition_is_frozen_with_its_number_approved_by_another_and_shown_in_any_form()
    {
        desk.Write("one.json", """
            { "series": "Our weekly read-round-up", "standing": "1 down, 72 to go",
              "items": [ { "label": "Plain English", "url": "https://a.example/plain", "quote": "Say it once.", "author": "A Writer", "comment": "Two minutes." },
                         { "label": "Weekend cover", "url": "https://a.example/cover" } ] }
            """);
        var frozen = (await desk.RunAsync("reads", "freeze", "one.json", "--as", "writer", "--title-limit", "100")).Ended(0).Lines[0].Split(' ', 4);
        Assert.Equal(("1", "frozen", "Our weekly read-round-up #1: Plain English and Weekend cover"), (frozen[0], frozen[2], frozen[3]));

        (await desk.RunAsync("reads", "freeze", "one.json", "--as", "writer")).Ended(2);
        (await desk.RunAsync("reads", "approve", Series, frozen[1], "--as", "writer")).Ended(2);
        (await desk.RunAsync("reads", "approve", Series, frozen[1], "--as", "approver")).Ended(0);
        (await desk.RunAsync("reads", "correct", Series, "1", "It is one minute.", "--as", "approver")).Ended(0);

        var shown = (await desk.RunAsync("reads", "show", Series, "1", "--format", "html")).Ended(0).Output;
        Assert.All(["#1: Plain English and Weekend cover", "Say it once.", "1 down, 72 to go", "It is one minute."], told => Assert.Contains(told, shown, StringComparison.Ordinal));
        Assert.Contains("approved", Assert.Single((await desk.RunAsync("reads", "list", Series)).Ended(0).Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_file_is_told_by_its_line()
    {
        desk.Write("bad.json", "{ \"series\": \"Reads\",\n  \"items\": [ { \"label\": 5 } ] }");
        Assert.Contains("bad.json: line 2: ", (await desk.RunAsync("reads", "freeze", "bad.json")).Ended(2).Errors, StringComparison.Ordinal);
    }
}
