using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class ImportTests : IAsyncLifetime, IDisposable
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
    public async Task Bad_rows_are_named_and_good_ones_go_in()
    {
        desk.Write("posts.jsonl", """
            {"text":"One","accounts":["drop"],"at":"2999-11-23T09:00","key":"a"}
            {"text":"  ","accounts":["drop"]}
            {"text":"No account"}
            {"text":"Odd time","accounts":["drop"],"at":"noon"}
            not json
            {"text":"No picture","accounts":["drop"],"media":[{"path":"missing.png","alt":"a cat"}]}
            {"text":"Stranger","accounts":["pigeon"]}
            {"text":"Two","accounts":["drop"],"at":"2999-11-23T10:00+00:00","key":"b"}
            """);

        var result = (await desk.RunAsync("import", "posts.jsonl", "--as", "writer", "--approve-as", "approver")).Ended(1);

        Assert.Equal(["posts.jsonl:1", "posts.jsonl:8"], result.Lines.Select(line => line.Split(' ')[0]));
        Assert.All(Enumerable.Range(2, 6), line => Assert.Contains($"comms: posts.jsonl:{line}: ", result.Errors, StringComparison.Ordinal));
        Assert.Contains("2 went in, 6 did not", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comma_separated_rows_go_in()
    {
        desk.Write("posts.csv", "text,accounts,at,key\n\"One, and more\",drop,2999-11-23T09:00,a\nTwo,drop,2999-11-23T10:00,b\n");

        (await desk.RunAsync("import", "posts.csv", "--as", "writer", "--approve-as", "approver")).Ended(0);

        Assert.Equal(["One, and more", "Two"], await TextsAsync());
    }

    [Fact]
    public async Task A_workbook_goes_in_with_its_dates()
    {
        var monday = new DateTime(2999, 11, 25, 9, 0, 0, DateTimeKind.Unspecified).ToOADate();
        Workbook.Write(desk.In("posts.xlsx"), ["text", "accounts", "at", "key"], ["One & more", "drop", monday, "a"], ["", "drop", monday, "b"]);

        var result = (await desk.RunAsync("import", "posts.xlsx", "--as", "writer", "--approve-as", "approver")).Ended(1);

        var id = Assert.Single(result.Lines).Split(' ')[1];
        Assert.StartsWith("posts.xlsx:2 ", result.Output, StringComparison.Ordinal);
        Assert.Contains("posts.xlsx:3: empty", result.Errors, StringComparison.Ordinal);
        Assert.Equal(["One & more"], await TextsAsync());
        Assert.EndsWith(" drop 2999-11-25T09:00:00+00:00", (await desk.RunAsync("schedule", id)).Ended(0).Word, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_leaves_the_ledger_as_it_is()
    {
        desk.Write("posts.jsonl", """{"text":"One","accounts":["drop"],"at":"2999-11-23T09:00"}""");

        var result = (await desk.RunAsync("import", "posts.jsonl", "--as", "writer", "--approve-as", "approver", "--dry-run")).Ended(0);

        Assert.Contains("1 would go in", result.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(desk.In("comms-data")));
    }

    [Fact]
    public async Task A_repeated_key_is_one_post()
    {
        desk.Write("posts.jsonl", string.Concat(Enumerable.Repeat("""{"text":"One","accounts":["drop"],"at":"2999-11-23T09:00","key":"a"}""" + "\n", 3)));

        for (var round = 0; round < 2; round++)
        {
            var result = (await desk.RunAsync("import", "posts.jsonl", "--as", "writer", "--approve-as", "approver")).Ended(0);
            Assert.Single(result.Lines.Select(line => line.Split(' ')[1]).Distinct());
        }

        Assert.Equal(["One"], await TextsAsync());
    }

    [Fact]
    public async Task Rows_come_through_a_pipe()
    {
        (await desk.PipeAsync("""{"text":"One","accounts":["drop"]}""", "import", "-", "--as", "writer")).Ended(0);

        Assert.Equal(["One"], await TextsAsync());
    }

    [Fact]
    public async Task What_is_no_workbook_is_nothing_done()
    {
        desk.Write("posts.xlsx", "text,accounts\n");

        Assert.Equal("", (await desk.RunAsync("import", "posts.xlsx")).Ended(2).Output);
    }

    private async Task<IEnumerable<string?>> TextsAsync() =>
        (await desk.RunAsync("draft", "list")).Ended(0).Json.Select(draft => draft.GetProperty("text").GetString());
}
