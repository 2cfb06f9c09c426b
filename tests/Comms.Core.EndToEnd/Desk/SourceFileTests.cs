using System.Text.Json;
using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Listening;
using Comms.Core.Sqlite;
using Comms.Core.Tests;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

/// <summary>Exports of others as sources: workbooks, folders, and columns that have other names.</summary>
public sealed class SourceFileTests : IDisposable
{
    private readonly DeskProgram desk = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_survey_in_a_workbook_is_heard_with_its_ward_and_day_each_answer_a_message()
    {
        Configure("""{ "xlsx": "fft.xlsx", "mapping": "friends-and-family-test" }""");
        Workbook.Write(
            desk.In("fft.xlsx"),
            ["Response ID", "Date", "Ward", "What was good?", "What could we do better?"],
            ["7", "3/4/2026", "Cedar ward", "The nurses were kind", "The parking is dreadful"],
            ["8", "4/4/2026 9:30", "Birch ward", "", "Nobody answered the phone"],
            ["9", "31/31/2026", "Birch ward", "Lovely", ""]);

        var ran = (await desk.RunAsync("run", "--until-idle")).Ended(1);

        Assert.Contains("fft.xlsx:4: \"at\" is no time: 31/31/2026", ran.Errors, StringComparison.Ordinal);
        Assert.Equal(
            [
                ("7", "The nurses were kind", "Cedar ward", "2026-04-02T23:00Z"),
                ("7/2", "The parking is dreadful", "Cedar ward", "2026-04-02T23:00Z"),
                ("8", "Nobody answered the phone", "Birch ward", "2026-04-04T08:30Z"),
            ],
            (await HeardAsync()).Select(message => (message.ItemId, message.Text, message.Service, Minute(message))));
        Assert.All(await HeardAsync(), message => Assert.Equal(Act.Answer, message.Act));
    }

    [Fact]
    public async Task Reviews_and_comments_of_sites_are_heard_with_who_wrote_them()
    {
        Configure("""{ "jsonl": "google.jsonl", "mapping": "google-reviews" }, { "jsonl": "facebook.jsonl", "mapping": "facebook-comments" }""");
        desk.Write("google.jsonl", """{"reviewId":"r1","reviewer":{"displayName":"Sam Sample"},"starRating":"FIVE","comment":"So kind","createTime":"2026-11-20T15:01:23.045123456Z"}""" + "\n");
        desk.Write("facebook.jsonl", """{"id":"c2","message":"Same here","created_time":"2026-11-20T15:01:00+0000","from":{"name":"Ann Example","id":"9"},"parent":{"id":"c1"},"permalink_url":"https://facebook.example/c2"}""" + "\n");

        (await desk.RunAsync("run", "--until-idle")).Ended(0);

        Assert.Equal(
            [
                ("c2", "Same here", "Ann Example", "c1", "https://facebook.example/c2", "2026-11-20T15:01Z"),
                ("r1", "So kind", "Sam Sample", null, null, "2026-11-20T15:01Z"),
            ],
            (await HeardAsync()).Select(message => (message.ItemId, message.Text, message.Author?.Handle, message.InReplyTo, message.Url, Minute(message))).Order());
    }

    [Fact]
    public async Task A_folder_is_read_file_by_file_as_it_fills_and_an_export_that_grows_is_not_heard_twice()
    {
        Configure("""{ "folder": "exports", "columns": { "text": [ "What did they say" ], "at": [ "Day" ] }, "dates": [ "d/M/yyyy" ] }""");
        desk.Write("exports/2026-10.csv", "Day,What did they say\n1/10/2026,Good care\n1/10/2026,Good care\n");
        desk.Write("exports/broken.xlsx", "no workbook");
        desk.Write("exports/~$lock.csv", "Day,What did they say\n1/10/2026,Not this\n");

        var first = (await desk.RunAsync("run", "--until-idle")).Ended(1);
        desk.Write("exports/2026-11.csv", "Day,What did they say\n1/10/2026,Good care\n1/10/2026,Good care\n2/11/2026,Thank you\n");
        var second = (await desk.RunAsync("run", "--until-idle")).Ended(0);
        await File.AppendAllTextAsync(desk.In("exports/2026-10.csv"), "3/10/2026,Late\n", Cancel);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);

        Assert.Contains("2 heard", first.Errors, StringComparison.Ordinal);
        Assert.Contains("broken.xlsx", first.Errors, StringComparison.Ordinal);
        Assert.Contains("1 heard", second.Errors, StringComparison.Ordinal);
        Assert.Equal(["Good care", "Good care", "Thank you", "Late"], (await HeardAsync()).Select(message => message.Text));
    }

    [Fact]
    public async Task Of_a_day_that_may_be_either_a_person_is_asked()
    {
        Configure("""{ "csv": "in.csv" }""");
        desk.Write("in.csv", "at,text\n3/4/2026,Good care\n");

        Assert.Contains("in.csv:2: \"at\" is no time: 3/4/2026", (await desk.RunAsync("run", "--until-idle")).Ended(1).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_source_may_not_say_and_a_table_without_words_are_named()
    {
        Configure("""{ "csv": "in.csv", "mapping": "fft" }, { "csv": "in.csv", "columns": { "words": [ "a" ] }, "act": "shout" }""");
        var errors = (await desk.RunAsync("run", "--until-idle")).Ended(2).Errors;
        Assert.Contains("sources[0].mapping: 'fft' is not known; known are friends-and-family-test", errors, StringComparison.Ordinal);
        Assert.Contains("sources[1].columns.words: not known here", errors, StringComparison.Ordinal);
        Assert.Contains("sources[1].act: 'shout' is not known", errors, StringComparison.Ordinal);

        Configure("""{ "csv": "in.csv", "mapping": "review-site" }""");
        desk.Write("in.csv", "stars,when\n5,2026-11-20\n");
        Assert.Contains("none of its columns is known to hold text", (await desk.RunAsync("run", "--until-idle")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_editor_offers_the_mappings_that_there_are()
    {
        using var seeds = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("seeds", "sources", "columns.json")));
        using var schema = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("seeds", "schemas", "config.schema.json")));
        var offered = schema.RootElement.GetProperty("properties").GetProperty("sources").GetProperty("items").GetProperty("properties").GetProperty("mapping").GetProperty("enum");

        Assert.Equal(
            seeds.RootElement.GetProperty("mappings").EnumerateArray().Select(mapping => mapping.GetProperty("id").GetString()),
            offered.EnumerateArray().Select(name => name.GetString()));
    }

    private void Configure(string sources) => desk.Write("comms.json", $$"""{ "sources": [ {{sources}} ] }""");

    private static string Minute(Message message) => message.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<List<Message>> HeardAsync()
    {
        await using var ledger = await SqliteLedger.OpenAsync(new SqliteLedgerOptions { Path = desk.In("comms-data/comms.db") }, Cancel);
        return await new CommsBuilder().UseLedger(ledger, new InMemoryMediaStore()).Build().Listening.ListAsync(Cancel).ToListAsync(Cancel);
    }
}
