using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class HoldTests : IAsyncLifetime, IDisposable
{
    private readonly DeskProgram desk = new();

    public async ValueTask InitializeAsync()
    {
        (await desk.RunAsync("init", "--yes")).Ended(0);
        desk.Write("comms.json", """
            { "accounts": [ { "id": "drop", "channel": "folder", "path": "out/drop" }, { "id": "wall", "channel": "folder", "path": "out/wall" } ] }
            """);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_hold_outlives_a_killed_run_and_crisis_posts_go_through()
    {
        await ScheduleAsync("ordinary", "drop");
        (await desk.RunAsync("hold", "on", "--reason", "a fire")).Ended(0);
        await ScheduleAsync("the fire", "wall", "--crisis");
        await desk.KillRunOnceAsync(() => Posted("wall") == 1, "the crisis post did not go out");

        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        Assert.Equal((0, 1), (Posted("drop"), Posted("wall")));

        (await desk.RunAsync("hold", "off")).Ended(0);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        Assert.Equal((1, 1), (Posted("drop"), Posted("wall")));
    }

    [Fact]
    public async Task One_channel_is_held_and_its_posts_are_reviewed_one_by_one()
    {
        await ScheduleAsync("to the drop", "drop");
        await ScheduleAsync("to the wall", "wall");
        (await desk.RunAsync("hold", "on", "--channel", "drop", "--reason", "the drop is broken")).Ended(0);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        Assert.Equal((0, 1), (Posted("drop"), Posted("wall")));

        (await desk.RunAsync("hold", "off", "--channel", "drop", "--resume", "review")).Ended(0);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        Assert.Equal(0, Posted("drop"));

        var held = Assert.Single((await desk.RunAsync("hold", "list")).Ended(0).Lines);
        (await desk.RunAsync("hold", "release", held.Split(' ')[1])).Ended(0);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        Assert.Equal(1, Posted("drop"));
        (await desk.RunAsync("hold", "release", held.Split(' ')[1])).Ended(2);
    }

    [Fact]
    public async Task A_campaign_is_held_by_its_hashtag_and_shifted()
    {
        var id = await ApprovedAsync("Jabs today #Flu", "drop");
        var before = (await desk.RunAsync("schedule", id, "--at", "2999-07-01T09:00")).Ended(0).Word;
        await ScheduleAsync("Parking", "drop");
        (await desk.RunAsync("hold", "on", "--campaign", "#flu", "--reason", "no vaccine")).Ended(0);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        Assert.Equal(1, Posted("drop"));

        Assert.Contains("1 deliveries go out later", (await desk.RunAsync("hold", "off", "--campaign", "#flu", "--resume", "shift")).Ended(0).Errors, StringComparison.Ordinal);
        Assert.EndsWith("2999-07-01T09:00:00+01:00", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_held_cannot_be_lifted_and_two_scopes_exclude_each_other()
    {
        (await desk.RunAsync("hold", "off")).Ended(2);
        (await desk.RunAsync("hold", "on", "--channel", "drop", "--campaign", "#flu", "--reason", "x")).Ended(2);
        (await desk.RunAsync("hold", "off", "--resume", "somehow")).Ended(2);
    }

    [Fact]
    public async Task Listening_sends_nothing_that_is_due()
    {
        await ScheduleAsync("The clinic is open.", "drop");
        (await desk.RunAsync("listen", "--until-idle")).Ended(0);
        Assert.Equal(0, Posted("drop"));
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        Assert.Equal(1, Posted("drop"));
    }

    private int Posted(string account) =>
        Directory.Exists(desk.In($"out/{account}")) ? Directory.EnumerateFiles(desk.In($"out/{account}"), "*.json").Count() : 0;

    private async Task ScheduleAsync(string text, string account, params string[] more)
    {
        var id = await ApprovedAsync(text, account);
        var due = TimeProvider.System.GetUtcNow().AddSeconds(Soon.Seconds);
        var at = due.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        (await desk.RunAsync(["schedule", id, "--at", at, .. more])).Ended(0);
        await Eventually.HoldsAsync(() => TimeProvider.System.GetUtcNow() >= due, "the clock stands still");
    }

    private async Task<string> ApprovedAsync(string text, string account)
    {
        var id = (await desk.RunAsync("draft", "add", text, "--account", account)).Ended(0).Word;
        (await desk.RunAsync("approve", id, "--as", "approver")).Ended(0);
        return id;
    }
}
