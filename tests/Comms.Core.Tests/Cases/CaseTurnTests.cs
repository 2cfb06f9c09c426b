using Comms.Core.Ledger;
using Xunit;

namespace Comms.Core.Tests.Cases;

/// <summary>In which order open cases are read, and which are.</summary>
public class CaseTurnTests
{
    private readonly CaseWorld _world = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_cases_come_by_their_first_last_day_and_closed_or_joined_ones_not_at_all()
    {
        var (none, foi, complaint, twin) = ((await _world.HearAsync("1", "Is the water birth room open again? Nobody answers the phone.")).Id, (await _world.HearAsync("2", CaseWorld.Request)).Id, (await _world.HearAsync("3", CaseWorld.Complaint)).Id, (await _world.HearAsync("4", CaseWorld.Complaint + " Again.")).Id);
        Assert.Equal((string[])[complaint, twin, foi, none], await OpenAsync());
        Assert.Equal((string[])[complaint, twin, foi, none], await OpenAsync(new DateOnly(9999, 1, 1)));

        await _world.Engine.Cases.JoinAsync(twin, complaint, CaseWorld.Handler, Cancel);
        await _world.Engine.Cases.CloseAsync(none, "answered", CaseWorld.Handler, Cancel);
        Assert.Equal((string[])[complaint, foi], await OpenAsync());
        await _world.Engine.Cases.AcknowledgeAsync(complaint, "by letter", null, CaseWorld.Handler, Cancel);
        await _world.Engine.Cases.AnswerAsync(complaint, "by letter", null, CaseWorld.Handler, Cancel);
        Assert.Equal((string[])[foi, complaint], await OpenAsync());
        Assert.Empty(await OpenAsync(new DateOnly(2026, 12, 21)));
        Assert.Equal((string[])[foi], await OpenAsync(new DateOnly(2026, 12, 22)));
        await _world.Engine.Cases.ReopenAsync(none, "they rang", CaseWorld.Handler, Cancel);
        await _world.Engine.Cases.SplitAsync(twin, CaseWorld.Handler, Cancel);
        Assert.Equal(4, (await OpenAsync()).Length);
    }

    [Fact]
    public async Task Cases_that_an_earlier_program_stored_find_their_place_in_the_first_run()
    {
        var (first, second) = ((await _world.HearAsync("1", CaseWorld.Request)).Id, (await _world.HearAsync("2", CaseWorld.Complaint)).Id);
        foreach (var key in (RecordKey[])[new("case", first), new("case", second), new("case-placing", "1")])
        {
            var now = (await _world.Ledger.FindAsync(key, Cancel))!;
            var write = new LedgerWrite { Key = key, Expected = now.Revision, Content = key.Kind == "case" ? now.Content : (ReadOnlyMemory<byte>?)null };
            Assert.True((await _world.Ledger.CommitAsync(new LedgerBatch { Writes = [write] }, Cancel)).Committed);
        }

        Assert.Empty(await OpenAsync());
        await _world.Another().RunDueAsync(Cancel);
        Assert.Equal((string[])[second, first], await OpenAsync());
    }

    private async Task<string[]> OpenAsync(DateOnly? dueBy = null) =>
        [.. (await _world.Engine.Cases.ListOpenAsync(CaseWorld.Handler, dueBy, Cancel).ToListAsync(Cancel)).Select(one => one.Id)];
}
