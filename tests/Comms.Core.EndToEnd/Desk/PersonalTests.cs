using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class PersonalTests : IDisposable
{
    private readonly DeskProgram desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_release_made_personal_tells_what_it_changed_and_becomes_the_words_of_one_account()
    {
        desk.Write("release.txt", "PRESS RELEASE\n\nThe Trust has opened its new garden.\n\nENDS\nNotes to editors\n1. The Trust board met.\n");
        var made = (await desk.RunAsync("draft", "personal", "release.txt", "--name", "the Trust", "--signed", "Sam from communications")).Ended(0);

        Assert.Equal("We have opened our new garden.\n\nSam from communications\n", made.Output.ReplaceLineEndings("\n"));
        Assert.Contains("release.txt:3: “The Trust” is now “We”", made.Errors, StringComparison.Ordinal);
        Assert.Contains("release.txt:5: “ENDS Notes to editors 1. The Trust board met.” goes", made.Errors, StringComparison.Ordinal);

        desk.Write("comms.json", """{ "accounts": [ { "id": "press", "channel": "folder", "path": "press" }, { "id": "page", "channel": "folder", "path": "page" } ] }""");
        var id = (await desk.RunAsync("draft", "add", "The Trust has opened its new garden.", "--account", "press", "--account", "page", "--variant", $"page={made.Output.Trim()}")).Ended(0).Output.Trim();
        Assert.Contains("We have opened our new garden.", (await desk.RunAsync("draft", "show", id)).Ended(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_rule_could_tell_is_named_with_its_line_and_a_file_that_is_missing_is_too()
    {
        desk.Write("release.txt", "The Trust has news.\nThe Trust board met.\n");
        Assert.Contains("release.txt:2: “The Trust” stays", (await desk.RunAsync("draft", "personal", "release.txt", "--name", "the Trust")).Ended(1).Errors, StringComparison.Ordinal);
        Assert.Contains("nowhere.txt", (await desk.RunAsync("draft", "personal", "nowhere.txt", "--name", "the Trust")).Ended(2).Errors, StringComparison.Ordinal);
        (await desk.RunAsync("draft", "personal", "release.txt", "--name", " ")).Ended(2);
    }
}
