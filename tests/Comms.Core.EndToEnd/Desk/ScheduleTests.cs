using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class ScheduleTests : IAsyncLifetime, IDisposable
{
    private readonly DeskProgram desk = new();

    public async ValueTask InitializeAsync()
    {
        (await desk.RunAsync("init", "--yes")).Ended(0);
        Configure("""
            "slots": { "times": ["08:15"], "days": ["monday", "thursday"] },
            "accounts": { "wall": { "times": ["20:30"] } },
            "quiet": { "from": "22:00", "to": "07:00" }, "minutesApart": 30, "noRepeatDays": 7,
            "periods": [ { "id": "vote", "kind": "pre-election", "name": "a vote", "from": "2998-01-01", "to": "2998-12-31", "source": "the council" } ]
            """);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task The_next_slot_is_that_of_the_account()
    {
        var drop = (await desk.RunAsync("schedule", await ApprovedAsync("one", "drop"), "--next-slot")).Ended(0).Word;
        var wall = (await desk.RunAsync("schedule", await ApprovedAsync("two", "wall"), "--next-slot")).Ended(0).Word;

        Assert.Contains("T08:15:00", drop, StringComparison.Ordinal);
        Assert.Contains("T20:30:00", wall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_hours_gaps_and_near_duplicates_are_named()
    {
        (await desk.RunAsync("schedule", await ApprovedAsync("The flu clinic opens at nine on Monday", "drop"), "--at", "2999-07-01T09:00")).Ended(0);

        var again = await ApprovedAsync("the FLU clinic opens at nine on monday!", "drop");

        Assert.Contains("quiet hours", (await desk.RunAsync("schedule", again, "--at", "2999-07-01T23:00")).Ended(2).Errors, StringComparison.Ordinal);
        var near = (await desk.RunAsync("schedule", again, "--at", "2999-07-01T09:10")).Ended(2).Errors;
        Assert.Contains("less than 30 minutes", near, StringComparison.Ordinal);
        Assert.Contains("nearly the same", near, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_an_election_an_announcement_waits_for_a_person_and_a_safety_message_does_not()
    {
        var news = await desk.RunAsync("schedule", await ApprovedAsync("A new ward", "drop"), "--at", "2998-07-01T09:00", "--purpose", "announcement");
        var safety = await desk.RunAsync("schedule", await ApprovedAsync("Boil your water", "drop"), "--at", "2998-07-01T12:00", "--purpose", "safety");

        Assert.Contains("waits for a person: pre-election period vote", news.Ended(0).Errors, StringComparison.Ordinal);
        Assert.Contains("a safety message is exempt", safety.Ended(0).Errors, StringComparison.Ordinal);
        Assert.Contains("a vote", Assert.Single((await desk.RunAsync("hold", "list")).Ended(0).Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weekend_and_next_week_are_one_call_and_what_finds_no_slot_is_told()
    {
        var ids = new[] { await ApprovedAsync("one", "drop"), await ApprovedAsync("two", "drop"), await ApprovedAsync("three", "drop") };

        var result = (await desk.RunAsync(["schedule", .. ids, "--week-ahead"])).Ended(1);

        Assert.Equal(2, result.Lines.Count);
        Assert.Contains("no slot is free", result.Errors, StringComparison.Ordinal);
        (await desk.RunAsync(["schedule", .. ids])).Ended(2);
    }

    [Fact]
    public async Task Evergreens_take_turns_in_free_slots_and_a_second_time_nothing_is_added()
    {
        Configure("");
        var ids = new[] { await ApprovedAsync("Wash your hands", "drop"), await ApprovedAsync("Cancel what you cannot keep", "drop") };
        var until = TimeProvider.System.GetUtcNow().AddDays(15).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

        var turns = (await desk.RunAsync(["schedule", .. ids, "--in-turn-until", until, "--rest", "20"])).Ended(0);

        Assert.Equal(2, turns.Lines.Count);
        var again = (await desk.RunAsync(["schedule", .. ids, "--in-turn-until", until, "--rest", "20"])).Ended(0);
        Assert.Equal((0, true), (again.Lines.Count, again.Errors.Contains("no evergreen has a turn until then", StringComparison.Ordinal)));
        (await desk.RunAsync(["schedule", .. ids, "--in-turn-until", "soon"])).Ended(2);
        (await desk.RunAsync(["schedule", ids[0], "--in-turn-until", until, "--next-slot"])).Ended(2);
    }

    [Fact]
    public async Task Every_fault_of_the_configuration_is_named_at_once()
    {
        Configure("""
            "slots": { "times": ["9 o'clock"], "days": ["someday"] }, "quiet": { "from": "22:00" }, "workingDaysOnly": 1,
            "periods": [ { "id": "x", "kind": "holiday", "name": "x", "from": "2027", "to": "2027-05-06", "source": "x" } ]
            """);

        var errors = (await desk.RunAsync("hold", "list")).Ended(2).Errors;

        foreach (var place in (string[])["slots.times", "slots.days", "quiet.to", "workingDaysOnly", "periods[0].kind", "periods[0].from"])
        {
            Assert.Contains($"scheduling.{place}", errors, StringComparison.Ordinal);
        }
    }

    private void Configure(string scheduling) => desk.Write("comms.json", $$"""
        { "accounts": [ { "id": "drop", "channel": "folder", "path": "out/drop" }, { "id": "wall", "channel": "folder", "path": "out/wall" } ],
          "scheduling": { {{scheduling}} } }
        """);

    private async Task<string> ApprovedAsync(string text, string account)
    {
        var id = (await desk.RunAsync("draft", "add", text, "--account", account)).Ended(0).Word;
        (await desk.RunAsync("approve", id, "--as", "approver")).Ended(0);
        return id;
    }
}
