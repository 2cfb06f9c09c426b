using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class PostTests : IAsyncLifetime, IDisposable
{
    private readonly DeskProgram desk = new();

    public async ValueTask InitializeAsync() => (await desk.RunAsync("init", "--yes")).Ended(0);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_draft_is_kept_listed_and_shown()
    {
        var id = (await desk.PipeAsync("Flu jabs today\n", "draft", "add", "-", "--account", "drop", "--campaign", "#Flu")).Ended(0).Word;

        var listed = Assert.Single((await desk.RunAsync("draft", "list")).Ended(0).Json);
        var shown = (await desk.RunAsync("draft", "show", id)).Ended(0).Output;

        Assert.Equal(id, listed.GetProperty("id").GetString());
        Assert.Equal("drop", listed.GetProperty("renditions")[0].GetProperty("account").GetString());
        Assert.Contains("\"Flu jabs today", shown, StringComparison.Ordinal);
        Assert.Contains("#Flu", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_key_is_the_same_draft()
    {
        var first = await AddAsync("--key", "k");
        var second = await AddAsync("--key", "k");

        Assert.Equal(first, second);
        Assert.Single((await desk.RunAsync("draft", "list")).Ended(0).Lines);
    }

    [Fact]
    public async Task Nobody_approves_their_own_words()
    {
        desk.Write("comms.json", """
            { "actors": [ { "id": "both", "roles": ["author", "approver"] }, { "id": "approver", "roles": ["approver"] } ],
              "accounts": [ { "id": "drop", "channel": "folder", "path": "out/posts" } ] }
            """);
        var id = await AddAsync("--as", "both");

        var own = (await desk.RunAsync("approve", id, "--as", "both")).Ended(2);

        Assert.Contains("four eyes", own.Errors, StringComparison.Ordinal);
        Assert.Equal("", own.Output);
        (await desk.RunAsync("approve", id, "--as", "approver")).Ended(0);
    }

    [Fact]
    public async Task A_reply_that_confirms_a_patient_is_refused_and_other_words_are_offered()
    {
        var id = (await desk.PipeAsync("@sam_t we are sorry about your operation\n", "draft", "add", "-", "--account", "drop")).Ended(0).Word;

        var refused = (await desk.RunAsync("approve", id)).Ended(2);

        Assert.Contains("drop: words that say someone is or was a patient stands at 26", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("say instead: Thank you for getting in touch.", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_all_is_published_in_two_languages_one_half_alone_is_not_approved()
    {
        desk.Write("comms.json", """{ "nation": "wales", "publishTogether": ["cy", "en"], "accounts": [ { "id": "site", "channel": "folder", "path": "out" } ] }""");
        var alone = (await desk.RunAsync("draft", "add", "Open until 5pm.", "--account", "site")).Ended(0).Word;
        Assert.Contains("it has no half in cy", (await desk.RunAsync("approve", alone)).Ended(2).Errors, StringComparison.Ordinal);

        var pair = (await desk.RunAsync("draft", "add", "Open until 5pm.", "--account", "site", "--welsh", "Ar agor tan 4yp.")).Ended(0);
        Assert.Contains("the English half alone names 17:00", pair.Errors, StringComparison.Ordinal);
        Assert.Contains("Ar agor tan 4yp.", (await desk.RunAsync("draft", "show", pair.Word)).Ended(0).Output, StringComparison.Ordinal);
        (await desk.RunAsync("approve", pair.Word)).Ended(0);
    }

    [Fact]
    public async Task A_team_with_a_Welsh_account_has_each_half_on_its_own_and_Welsh_first()
    {
        const string Config = """
            { "nation": "wales", "publishTogether": ["cy", "en"], "accounts": [
                { "id": "site", "channel": "folder", "path": "out", "welsh": "gwefan" }, { "id": "gwefan", "channel": "folder", "path": "allan" } ] }
            """;
        desk.Write("apart.json", Config);
        string[] at = ["--config", "apart.json"];
        var pair = (await desk.RunAsync(["draft", "add", "Open until 5pm.", "--account", "site", "--welsh", "Ar agor tan 5yp.", .. at])).Ended(0);
        Assert.Contains("\"after\": \"gwefan\"", (await desk.RunAsync(["draft", "show", pair.Word, .. at])).Ended(0).Output, StringComparison.Ordinal);
        (await desk.RunAsync(["approve", pair.Word, .. at])).Ended(0);
        var due = TimeProvider.System.GetUtcNow().AddSeconds(Soon.Seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        (await desk.RunAsync(["schedule", pair.Word, "--at", due, .. at])).Ended(0);
        await Eventually.HoldsAsync(
            async () =>
            {
                (await desk.RunAsync(["run", "--until-idle", .. at])).Ended(0);
                return Words("out").Length == 1;
            },
            "the English half never went out");
        Assert.Contains("Open until 5pm.", Words("out")[0], StringComparison.Ordinal);
        Assert.Contains("Ar agor tan 5yp.", Assert.Single(Words("allan")), StringComparison.Ordinal);

        desk.Write("apart.json", Config.Replace("\"id\": \"gwefan\"", "\"id\": \"page\"", StringComparison.Ordinal));
        Assert.Contains("the Welsh half of 'site' cannot stand on 'gwefan'", (await desk.RunAsync(["draft", "list", .. at])).Ended(2).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_tells_of_harm_waits_until_the_family_was_told()
    {
        desk.Write("candour.json", """
            { "actors": [ { "id": "writer", "roles": ["author"] }, { "id": "approver", "roles": ["approver", "publisher"] }, { "id": "lee", "roles": ["duty-of-candour"] } ],
              "accounts": [ { "id": "drop", "channel": "folder", "path": "posts" } ] }
            """);
        string[] at = ["--config", "candour.json"];
        var id = await AddAsync(["--candour", .. at]);
        Assert.Contains("candour: nobody has recorded", (await desk.RunAsync(["approve", id, .. at])).Ended(2).Errors, StringComparison.Ordinal);
        Assert.Contains("approver may not record", (await desk.RunAsync(["draft", "told", id, "--who", "the matron", "--whom", "the son", "--as", "approver", .. at])).Ended(2).Errors, StringComparison.Ordinal);

        (await desk.RunAsync(["draft", "told", id, "--who", "the matron", "--whom", "the son", .. at])).Ended(0);
        (await desk.RunAsync(["approve", id, .. at])).Ended(0);
        Assert.Contains("the matron told the son", (await desk.RunAsync(["audit", "export", .. at])).Ended(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_rejected_is_not_approved()
    {
        var id = await AddAsync();

        (await desk.RunAsync("reject", id, "--reason", "the tone", "--as", "approver")).Ended(0);

        Assert.Contains("the tone", (await desk.RunAsync("approve", id, "--as", "approver")).Ended(2).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_approved_has_no_time()
    {
        var id = await AddAsync();

        Assert.Contains("approved", (await desk.RunAsync("schedule", id, "--next-slot")).Ended(2).Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2999-07-01T09:00", "2999-07-01T09:00:00+01:00")]
    [InlineData("2999-07-01T09:00-05:00", "2999-07-01T15:00:00+01:00")]
    public async Task A_time_is_local_to_the_zone_unless_it_carries_an_offset(string at, string planned)
    {
        var id = await ApprovedAsync();

        var line = Assert.Single((await desk.RunAsync("schedule", id, "--at", at)).Ended(0).Lines);

        Assert.EndsWith($" drop {planned}", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-01-01T09:00")]
    [InlineData("tomorrow")]
    public async Task A_time_that_has_passed_or_is_none_is_refused(string at) =>
        Assert.Equal("", (await desk.RunAsync("schedule", await ApprovedAsync(), "--at", at)).Ended(2).Output);

    [Fact]
    public async Task Each_post_gets_a_slot_of_its_own()
    {
        var first = (await desk.RunAsync("schedule", await ApprovedAsync(), "--next-slot")).Ended(0).Word;
        var second = (await desk.RunAsync("schedule", await ApprovedAsync(), "--next-slot")).Ended(0).Word;

        Assert.NotEqual(first.Split(' ')[^1], second.Split(' ')[^1]);
    }

    private async Task<string> AddAsync(params string[] more) =>
        (await desk.RunAsync(["draft", "add", "Flu jabs today", "--account", "drop", .. more])).Ended(0).Word;

    private async Task<string> ApprovedAsync()
    {
        var id = await AddAsync();
        (await desk.RunAsync("approve", id, "--as", "approver")).Ended(0);
        return id;
    }

    private string[] Words(string place) =>
        Directory.Exists(desk.In(place)) ? [.. Directory.GetFiles(desk.In(place), "*.json").Select(File.ReadAllText)] : [];
}
