using Xunit;

namespace Comms.Core.EndToEnd.Desk;

/// <summary>Posts that a person puts up by hand, from draft to proof.</summary>
public sealed class TaskTests : IDisposable
{
    private readonly DeskProgram desk = new();

    public TaskTests() => desk.Write("comms.json", """
        { "accounts": [ { "id": "page", "channel": "assisted", "platform": "facebook" },
                        { "id": "board", "channel": "assisted", "task": "pin it to the board by the lifts" } ] }
        """);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_post_becomes_a_task_and_stands_when_a_person_says_so()
    {
        await File.WriteAllBytesAsync(desk.In("heron.png"), [137, 80, 78, 71, 13, 10, 26, 10], Cancel);
        await ImportAsync("""{"text":"Flu clinic today","accounts":["page"],"at":"AT","media":[{"path":"heron.png","alt":"A heron"}],"key":"k"}""");

        var key = await OnlyTaskAsync("page by ", "post it on facebook");
        var shown = (await desk.RunAsync("tasks", "show", key, "--out", "pictures")).Ended(0);
        Assert.Equal("Flu clinic today", shown.Word);
        Assert.Equal("A heron\n", await File.ReadAllTextAsync(desk.In("pictures/1.png.txt"), Cancel));
        Assert.Equal(8, (await File.ReadAllBytesAsync(desk.In("pictures/1.png"), Cancel)).Length);

        (await desk.RunAsync("tasks", "done", key, "--url", "https://facebook.example/1", "--as", "approver")).Ended(0);

        Assert.Equal("", (await desk.RunAsync("tasks", "list")).Ended(0).Output);
        Assert.Contains("\"step\":\"published\"", (await desk.RunAsync("plan", "--week", ThisWeek.Name, "--format", "json")).Ended(0).Output, StringComparison.Ordinal);
        Assert.Contains("confirm", (await desk.RunAsync("audit", "export")).Ended(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_is_dropped_with_a_reason_and_only_by_who_may()
    {
        await ImportAsync("""{"text":"The lift is out of order","accounts":["board"],"at":"AT","key":"k"}""");
        var key = await OnlyTaskAsync("board by ", "pin it to the board by the lifts");

        (await desk.RunAsync("tasks", "done", key, "--as", "writer")).Ended(2);
        (await desk.RunAsync("tasks", "drop", key, "--as", "approver")).Ended(2);
        (await desk.RunAsync("tasks", "drop", key, "--reason", "it works again", "--as", "approver")).Ended(0);

        Assert.Contains("it is Withdrawn", (await desk.RunAsync("tasks", "done", key, "--as", "approver")).Ended(2).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_long_for_the_platform_is_refused_before_it_is_anybodys_task()
    {
        desk.Write("comms.json", """{ "accounts": [ { "id": "x", "channel": "assisted", "platform": "twitter" } ] }""");

        var draft = (await desk.RunAsync("draft", "add", new string('x', 281), "--account", "x", "--as", "writer")).Ended(0);

        Assert.Contains("at most 280 fit", draft.Errors, StringComparison.Ordinal);
        Assert.Contains("at most 280 fit", (await desk.RunAsync("approve", draft.Word, "--as", "approver")).Ended(2).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_that_is_not_known_is_named()
    {
        desk.Write("comms.json", """{ "accounts": [ { "id": "x", "channel": "assisted", "platform": "myspace" } ] }""");

        Assert.Contains("No rules of 'myspace' are known", (await desk.RunAsync("draft", "list")).Ended(2).Errors, StringComparison.Ordinal);
    }

    private Task ImportAsync(string row) => desk.ImportAsync(row.Replace("AT", Soon.In(), StringComparison.Ordinal));

    private async Task<string> OnlyTaskAsync(string account, string task)
    {
        var line = "";
        await Eventually.HoldsAsync(
            async () =>
            {
                await desk.RunAsync("run", "--until-idle");
                line = (await desk.RunAsync("tasks", "list")).Ended(0).Word;
                return line.Length > 0;
            },
            "it became nobody's task");
        Assert.Contains(account, line, StringComparison.Ordinal);
        Assert.EndsWith(": " + task, line, StringComparison.Ordinal);
        return line.Split(' ')[0];
    }
}
