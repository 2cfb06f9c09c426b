using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class DeskCommandTests : IDisposable
{
    private readonly DeskProgram desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task What_is_held_is_not_sent_until_the_hold_is_over()
    {
        (await desk.RunAsync("init", "--yes")).Ended(0);
        (await desk.RunAsync("hold", "on", "--reason", "fire at the clinic")).Ended(0);
        await desk.ImportAsync($$"""{"text":"Cake stall today","accounts":["drop"],"at":"{{Soon.In()}}","key":"k"}""");
        await Task.Delay(TimeSpan.FromSeconds(Soon.Seconds), TimeProvider.System, TestContext.Current.CancellationToken);

        var held = (await desk.RunAsync("run", "--until-idle")).Ended(0);
        Assert.False(Directory.Exists(desk.In("out/posts")));
        Assert.Contains("fire at the clinic", held.Errors, StringComparison.Ordinal);

        (await desk.RunAsync("hold", "off")).Ended(0);
        await Eventually.HoldsAsync(() => Ran(), "the post never appeared");
    }

    [Fact]
    public async Task A_writer_may_not_hold() =>
        Assert.Contains("may not", (await desk.RunAsync("hold", "on", "--reason", "x", "--as", "writer")).Ended(2).Errors, StringComparison.Ordinal);

    [Fact]
    public async Task Cases_come_the_most_pressing_first_and_one_can_be_shown()
    {
        desk.Write("comms.json", """
            { "accounts": [ { "id": "drop", "channel": "folder", "path": "out/posts" } ], "sources": [ { "jsonl": "in.jsonl" } ] }
            """);
        desk.Write("in.jsonl", """
            {"id":"a","text":"I want to make a formal complaint about the waiting times","at":"2026-11-23T09:00:00Z"}
            {"id":"b","text":"I am going to kill myself tonight","at":"2026-11-23T09:05:00Z"}
            """);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);

        var cases = (await desk.RunAsync("cases", "list")).Ended(0).Json;
        var shown = Assert.Single((await desk.RunAsync("cases", "show", cases[0].GetProperty("id").GetString()!)).Ended(0).Json);

        Assert.Equal("emergency", cases[0].GetProperty("urgency").GetString());
        Assert.Equal(cases[0].GetProperty("id").GetString(), shown.GetProperty("id").GetString());
        Assert.Contains(cases, one => one.GetProperty("obligations").GetArrayLength() > 0);
        (await desk.RunAsync("cases", "show", "none")).Ended(2);
    }

    [Fact]
    public async Task Scores_are_a_report_that_names_no_private_person()
    {
        desk.Write("comms.json", """
            { "accounts": [ { "id": "drop", "channel": "folder", "path": "out/posts" } ], "sources": [ { "jsonl": "in.jsonl" } ] }
            """);
        desk.Write("in.jsonl", $$"""
            {"id":"a","text":"Thank you","at":"2026-11-23T09:00:00Z","author":{"handle":"@private.person","kind":"public"},"act":"reply"}
            {"id":"b","text":"Well said","at":"{{TimeProvider.System.GetUtcNow().AddDays(-1):yyyy-MM-ddTHH:mm:ssZ}}","author":{"handle":"@hospice","kind":"partner"},"act":"quote"}

            """);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);

        var report = (await desk.RunAsync("score", "--format", "text")).Ended(0).Output;

        Assert.Contains("Who takes part", report, StringComparison.Ordinal);
        Assert.DoesNotContain("private.person", report, StringComparison.Ordinal);
        Assert.Contains("Whom to turn to in return", report, StringComparison.Ordinal);
        Assert.Contains("passed your words on 1 time, last on", report, StringComparison.Ordinal);

        Assert.Contains("wrote ", (await desk.RunAsync("score", "--chart", "scores.svg")).Ended(0).Errors, StringComparison.Ordinal);
        Assert.Contains("has the highest score", await File.ReadAllTextAsync(desk.In("scores.svg"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var topical = (await desk.RunAsync("score", "--topic", "communication", "--topic", "communication")).Ended(0).Output;
        Assert.Contains("| Amplification | Topicality | Reach |", topical, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hashtag_is_followed_and_posts_that_are_too_few_are_not_judged()
    {
        desk.Write("comms.json", """
            { "accounts": [ { "id": "drop", "channel": "folder", "path": "out/posts" } ], "sources": [ { "jsonl": "in.jsonl" } ] }
            """);
        desk.Write("in.jsonl", """
            {"id":"a","text":"Our jab clinics are open #flujabs","at":"2026-11-23T09:00:00Z","author":{"handle":"@herald","kind":"press"},"url":"https://herald.example/jabs"}
            {"id":"b","text":"Thanks #FluJabs","at":"2026-11-23T10:00:00Z","author":{"handle":"@private.person","kind":"public"}}

            """);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);

        var spread = (await desk.RunAsync("score", "campaign", "#FluJabs", "--format", "text")).Ended(0).Output;
        Assert.Contains("@herald used it first, on 23 November 2026.", spread, StringComparison.Ordinal);
        Assert.Contains("https://herald.example/jabs", spread, StringComparison.Ordinal);
        Assert.DoesNotContain("private.person", spread, StringComparison.Ordinal);
        Assert.Contains("are not judged", (await desk.RunAsync("score", "posts", "--weeks", "4")).Ended(0).Output, StringComparison.Ordinal);
        (await desk.RunAsync("score", "posts", "--weeks", "0")).Ended(2);
        Assert.Contains("It takes 20 posts at more than one hour", (await desk.RunAsync("score", "times", "--format", "text")).Ended(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_rendered_and_its_text_is_data()
    {
        desk.Write("doc.json", """{"title":"<script>alert(1)</script>","blocks":[{"type":"paragraph","text":"Hello <b>you</b>"},{"type":"link","text":"site","url":"javascript:alert(1)"}]}""");

        var page = (await desk.RunAsync("render", "--input", "doc.json", "--format", "html")).Ended(0).Output;

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;you", page, StringComparison.Ordinal);
        Assert.Contains("doc.json", (await desk.PipeAsync("", "render", "--input", "doc.json.missing")).Ended(2).Errors, StringComparison.Ordinal);
        Assert.Contains("the pipe", (await desk.PipeAsync("nonsense", "render")).Ended(2).Errors, StringComparison.Ordinal);
    }

    private bool Ran()
    {
        using var run = desk.Start("run", "--until-idle");
        run.WaitForExit(20_000);
        return Directory.Exists(desk.In("out/posts")) && Directory.GetFiles(desk.In("out/posts"), "*.json").Length == 1;
    }
}
