using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class CaseTests : IAsyncLifetime, IDisposable
{
    private readonly DeskProgram desk = new();

    public async ValueTask InitializeAsync()
    {
        desk.Write("comms.json", """{ "nation": "england", "sources": [ { "jsonl": "in.jsonl" } ] }""");
        desk.Write("in.jsonl", """
            {"id":"foi","text":"This is a request under the Freedom of Information Act: what does parking cost?","at":"2026-01-05T10:00:00Z"}
            {"id":"complaint","text":"I want to make a formal complaint about the way my appointment was handled on Friday.","at":"2026-01-06T10:00:00Z"}

            """);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_case_is_taken_answered_and_closed_and_leaves_the_list()
    {
        var id = await IdAsync("foi");
        Assert.Equal("overdue", (await OneAsync(id)).GetProperty("obligations")[0].GetProperty("standing").GetString());
        Assert.Equal("writer", (await ChangeAsync("own", id)).GetProperty("person").GetString());
        Assert.Contains("open duties: answer by", (await desk.RunAsync("cases", "close", id, "--reason", "done")).Ended(2).Errors, StringComparison.Ordinal);

        var answered = await ChangeAsync("answer", id, "--how", "by letter", "--at", "2026-01-20T09:00:00Z");
        Assert.Equal("done", answered.GetProperty("obligations")[0].GetProperty("standing").GetString());
        Assert.Equal("closed", (await ChangeAsync("close", id, "--reason", "nothing more to do")).GetProperty("state").GetString());

        Assert.DoesNotContain(id, (await desk.RunAsync("cases", "list")).Ended(0).Output, StringComparison.Ordinal);
        Assert.Contains(id, (await desk.RunAsync("cases", "list", "--all")).Ended(0).Output, StringComparison.Ordinal);
        Assert.Equal("reopened", (await ChangeAsync("reopen", id, "--reason", "they wrote again")).GetProperty("state").GetString());
        var audit = (await desk.RunAsync("audit", "export")).Ended(0).Output;
        Assert.All(["own-case", "answer-case", "close-case", "reopen-case"], act => Assert.Contains(act, audit, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_clock_of_a_duty_stands_still_until_they_say_what_they_want()
    {
        var id = await IdAsync("foi");
        var paused = await ChangeAsync("pause", id, "--duty", "foi-2000", "--how", "by e-mail", "--at", "2026-01-08T09:00:00Z");
        Assert.Equal(("paused", JsonValueKind.Null), Duty(paused));
        Assert.Contains("answer (foi-2000), paused", (await desk.RunAsync("cases", "list", "--format", "csv")).Ended(0).Output, StringComparison.Ordinal);
        Assert.Single((await desk.RunAsync("cases", "list", "--overdue")).Ended(0).Lines);

        var told = await ChangeAsync("resume", id, "--duty", "foi-2000", "--at", "2026-01-12T09:00:00Z");
        Assert.Equal(("overdue", JsonValueKind.String), Duty(told));
        Assert.Equal("2026-02-09", told.GetProperty("due").GetString());
        Assert.Equal("comms: the clock of foi-2000 does not stand still", (await desk.RunAsync("cases", "resume", id, "--duty", "foi-2000")).Ended(2).Errors.Trim());

        static (string? Standing, JsonValueKind Due) Duty(JsonElement one) =>
            (one.GetProperty("obligations")[0].GetProperty("standing").GetString(), one.GetProperty("obligations")[0].GetProperty("due").ValueKind);
    }

    [Fact]
    public async Task A_file_may_begin_with_a_deletion_and_a_bad_one_is_set_aside()
    {
        desk.Write("comms.json", """{ "sources": [ { "jsonl": "more.jsonl" } ] }""");
        desk.Write("more.jsonl", """
            {"id":"x","deleted":"2026-01-07T09:00:00Z"}
            {"id":"y","deleted":"soon"}
            {"deleted":"2026-01-07T09:00:00Z"}
            {"id":"z","text":"When are you open, please?","at":"2026-01-07T09:00:00Z"}

            """);
        var run = await desk.RunAsync("run", "--until-idle");
        Assert.All(["1 heard", "2 set aside"], said => Assert.Contains(said, run.Errors, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_round_up_tells_the_duties_that_press()
    {
        Assert.Contains("Overdue: acknowledge by 9 January 2026", await RoundUpAsync(), StringComparison.Ordinal);
        await ChangeAsync("acknowledge", await IdAsync("complaint"), "--how", "by letter");
        Assert.DoesNotContain("Overdue", await RoundUpAsync(), StringComparison.Ordinal);

        async Task<string> RoundUpAsync() => (await desk.RunAsync("roundup", "--team", await TeamAsync(), "--week", "2026-W02", "--format", "text")).Ended(0).Output;

        async Task<string> TeamAsync() => (await OneAsync(await IdAsync("complaint"))).GetProperty("team").GetString()!;
    }

    [Fact]
    public async Task Two_cases_of_one_matter_are_joined_and_split()
    {
        var (first, second) = (await IdAsync("foi"), await IdAsync("complaint"));
        var whole = await ChangeAsync("join", second, first);
        Assert.Equal(second, Assert.Single(whole.GetProperty("joined").EnumerateArray()).GetString());
        Assert.Single((await desk.RunAsync("cases", "list")).Ended(0).Lines);

        await ChangeAsync("note", first, "one family, one letter");
        Assert.Equal(JsonValueKind.Null, (await ChangeAsync("split", second)).GetProperty("joinedTo").ValueKind);
        Assert.Equal(2, (await desk.RunAsync("cases", "list", "--overdue")).Ended(0).Lines.Count);
    }

    [Fact]
    public async Task A_briefing_tells_the_duties_and_no_longer_what_was_answered()
    {
        var before = (await desk.RunAsync("briefing", "--day", "2026-01-06", "--format", "text")).Ended(0).Output;
        Assert.Contains("Complaint", before, StringComparison.Ordinal);
        Assert.Contains("Due soon: acknowledge by 9 January 2026", before, StringComparison.Ordinal);

        var id = await IdAsync("complaint");
        await ChangeAsync("acknowledge", id, "--how", "by letter");
        await ChangeAsync("answer", id, "--how", "by letter");
        var after = (await desk.RunAsync("briefing", "--day", "2026-01-06", "--format", "text")).Ended(0).Output;
        Assert.DoesNotContain("Must be known", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Due soon", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_spreadsheet_gets_a_row_for_each_case_and_no_formula()
    {
        await ChangeAsync("own", await IdAsync("foi"), "--person", "=HYPERLINK(\"http://x.example\")");
        var lines = (await desk.RunAsync("cases", "list", "--format", "csv")).Ended(0).Lines;
        Assert.StartsWith("id,team,person,state,urgency,priority,opened,due,duties", lines[0], StringComparison.Ordinal);
        Assert.Equal(3, lines.Count);
        Assert.Contains(lines, line => line.Contains("'=HYPERLINK", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(",=", StringComparison.Ordinal) || line.Contains(",\"=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_workbook_holds_the_same_rows_as_texts()
    {
        const string Formula = "=HYPERLINK(\"http://x.example\")";
        await ChangeAsync("own", await IdAsync("foi"), "--person", Formula);
        using var run = desk.Start("cases", "list", "--format", "xlsx");
        using var file = new MemoryStream();
        await run.StandardOutput.BaseStream.CopyToAsync(file, TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, run.ExitCode);

        using var archive = new ZipArchive(file);
        await using var sheet = await archive.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync(TestContext.Current.CancellationToken);
        var cells = (await XDocument.LoadAsync(sheet, LoadOptions.None, TestContext.Current.CancellationToken)).Descendants().ToArray();
        Assert.DoesNotContain(cells, one => one.Name.LocalName == "f");
        Assert.All(cells.Where(one => one.Name.LocalName == "c"), one => Assert.Equal("inlineStr", one.Attribute("t")?.Value));
        Assert.Equal(3, cells.Count(one => one.Name.LocalName == "row"));
        string[] texts = [.. cells.Where(one => one.Name.LocalName == "t").Select(one => one.Value)];
        Assert.Equal(["id", "team", "person"], texts.Take(3));
        Assert.Contains(Formula, texts);
    }

    [Fact]
    public async Task A_hand_over_needs_a_reason_and_a_team_that_is_there()
    {
        var id = await IdAsync("foi");
        Assert.Contains("--reason", (await desk.RunAsync("cases", "own", id, "--team", "comms")).Ended(2).Errors, StringComparison.Ordinal);
        Assert.Contains("it has comms", (await desk.RunAsync("cases", "own", id, "--team", "nobody", "--reason", "x")).Ended(2).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restricted_case_is_shown_to_its_role_alone()
    {
        desk.Write("comms.json", """
            { "nation": "england", "actors": [ { "id": "pat", "roles": ["handler"] }, { "id": "lee", "roles": ["handler", "safeguarding-lead"] } ],
              "restrictedCases": [ { "flags": ["safeguarding-child"], "roles": ["safeguarding-lead"] } ], "sources": [ { "jsonl": "in.jsonl" }, { "jsonl": "more.jsonl" } ] }
            """);
        desk.Write("more.jsonl", """{"id":"child","text":"The little boy next door has bruises all over his arms and is always hungry.","at":"2026-01-06T11:00:00Z"}""" + "\n");
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        Assert.Equal(2, (await desk.RunAsync("cases", "list")).Ended(0).Lines.Count);
        Assert.Equal(2, (await desk.RunAsync("cases", "list", "--as", "pat")).Ended(0).Lines.Count);
        var secret = Assert.Single((await desk.RunAsync("cases", "list", "--as", "lee")).Ended(0).Json, one => one.GetProperty("restrictedTo").GetArrayLength() > 0);
        var id = secret.GetProperty("id").GetString()!;

        Assert.Contains($"there is no case {id}", (await desk.RunAsync("cases", "show", id, "--as", "pat")).Ended(2).Errors, StringComparison.Ordinal);
        Assert.Contains($"there is no case {id}", (await desk.RunAsync("cases", "own", id, "--as", "pat")).Ended(2).Errors, StringComparison.Ordinal);
        var briefing = (await desk.RunAsync("briefing", "--day", "2026-01-06", "--format", "text")).Ended(0);
        Assert.Contains("1 more message is in a restricted case", briefing.Output, StringComparison.Ordinal);

        (await desk.RunAsync("cases", "lift", id, "--reason", "a false alarm", "--as", "lee")).Ended(0);
        Assert.Equal(3, (await desk.RunAsync("cases", "list")).Ended(0).Lines.Count);
        (await desk.RunAsync("cases", "restrict", id, "--role", "legal", "--reason", "a claim is likely", "--as", "lee")).Ended(0);
        Assert.Equal(2, (await desk.RunAsync("cases", "list", "--as", "lee")).Ended(0).Lines.Count);
    }

    [Fact]
    public async Task A_journalists_enquiry_is_logged_with_its_deadline_and_told_in_the_briefing()
    {
        var id = await IdAsync("complaint");
        Assert.Contains("say who asks", (await desk.RunAsync("cases", "enquiry", id, "--line", "x")).Ended(2).Errors, StringComparison.Ordinal);
        await ChangeAsync("enquiry", id, "--outlet", "the Herald", "--deadline", "2026-01-07T16:00:00Z");
        var logged = await ChangeAsync("enquiry", id, "--line", "=We are sorry.", "--spoke", "the chief nurse");
        Assert.Equal("the Herald", logged.GetProperty("enquiry").GetProperty("outlet").GetString());
        Assert.Contains("press deadline", (await desk.RunAsync("briefing", "--day", "2026-01-06", "--format", "text")).Ended(0).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await desk.RunAsync("cases", "list", "--overdue")).Ended(0).Lines.Count);

        var log = (await desk.RunAsync("cases", "enquiries")).Ended(0).Lines;
        Assert.StartsWith("case,opened,outlet", log[0], StringComparison.Ordinal);
        var row = Assert.Single(log.Skip(1));
        Assert.All(["the Herald", "2026-01-07T16:00:00", "'=We are sorry.", "the chief nurse"], cell => Assert.Contains(cell, row, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("own", "nowhere")]
    [InlineData("show", "nowhere")]
    [InlineData("answer", "nowhere", "--how", "by letter")]
    public async Task An_unknown_case_is_named(params string[] command) =>
        Assert.Contains("there is no case nowhere", (await desk.RunAsync(["cases", .. command])).Ended(2).Errors, StringComparison.Ordinal);

    private async Task<JsonElement> ChangeAsync(params string[] command) => (await desk.RunAsync(["cases", .. command])).Ended(0).Json[0];

    private async Task<JsonElement> OneAsync(string id) => (await desk.RunAsync("cases", "show", id)).Ended(0).Json[0];

    private async Task<string> IdAsync(string kind) => (await desk.RunAsync("cases", "list")).Ended(0).Json
        .First(one => one.GetProperty("because").EnumerateArray().Any(why => why.GetString() == "kind " + kind)).GetProperty("id").GetString()!;
}
