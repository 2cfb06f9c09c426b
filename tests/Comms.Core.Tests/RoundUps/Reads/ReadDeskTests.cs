using Comms.Core.Documents;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.RoundUps.Reads;
using Comms.Core.Tests.Insights;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.RoundUps.Reads;

public class ReadDeskTests
{
    private const string Series = "Our weekly read-round-up";
    private static readonly Actor Ann = new("ann", ["author"]);
    private static readonly Actor Bea = new("bea", ["approver", "author"]);
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero));
    private readonly InMemoryLedger _ledger;
    private readonly ReadDesk _desk;

    public ReadDeskTests()
    {
        _ledger = new InMemoryLedger(_time);
        _desk = new ReadDesk(_ledger, new RoleAuthorizer(), _time);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Numbers_have_no_gaps_and_a_rejected_edition_gives_its_own_back()
    {
        var numbers = new List<int>();
        foreach (var (at, keep) in new[] { (1, true), (2, false), (3, true), (4, false), (5, true) })
        {
            var frozen = await FreezeAsync(at);
            numbers.Add(frozen.Number);
            Assert.IsType<ReadResult.Done>(keep ? await _desk.ApproveAsync(Series, frozen.Hash, Bea, Cancel) : await _desk.RejectAsync(Series, "dull", Bea, Cancel));
        }

        Assert.Equal([1, 2, 2, 3, 3], numbers);
        Assert.Equal([1, 2, 3], (await _desk.ListAsync(Series, Cancel).ToListAsync(Cancel)).Select(edition => edition.Number));
        Assert.True((await new AuditTrail(_ledger).VerifyAsync(Cancel)) is { Intact: true, Links: 10 });
    }

    [Fact]
    public async Task One_edition_of_a_series_is_frozen_at_a_time_and_series_do_not_meet()
    {
        await FreezeAsync(1);
        Assert.Equal(["#1 is frozen already: approve or reject it first"], (await RefusedAsync(Request(2))).Reasons);
        Assert.Equal(1, Assert.IsType<ReadResult.Done>(await _desk.FreezeAsync(Request(3) with { Series = "Another" }, Ann, Cancel)).Edition.Number);
    }

    [Fact]
    public async Task Of_many_who_freeze_at_once_one_gets_the_number()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 8).Select(at => _desk.FreezeAsync(Request(at), Ann, Cancel).AsTask()));
        Assert.Single(results.OfType<ReadResult.Done>());
    }

    [Fact]
    public async Task Who_made_it_cannot_approve_it_and_only_what_was_looked_at_is_approved()
    {
        var frozen = Assert.IsType<ReadResult.Done>(await _desk.FreezeAsync(Request(1), Bea, Cancel)).Edition;
        Assert.Contains("four eyes", Assert.IsType<ReadResult.Refused>(await _desk.ApproveAsync(Series, frozen.Hash, Bea, Cancel)).Reasons[0], StringComparison.Ordinal);
        var other = new Actor("cy", ["approver"]);
        Assert.IsType<ReadResult.Refused>(await _desk.ApproveAsync(Series, "00", other, Cancel));
        Assert.IsType<ReadResult.Refused>(await _desk.ApproveAsync(Series, frozen.Hash, Ann, Cancel));
        Assert.Equal(ReadState.Approved, Assert.IsType<ReadResult.Done>(await _desk.ApproveAsync(Series, frozen.Hash, other, Cancel)).Edition.State);
        Assert.Contains("no edition", Assert.IsType<ReadResult.Refused>(await _desk.ApproveAsync(Series, frozen.Hash, other, Cancel)).Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_reason_against_an_edition_is_named_at_once()
    {
        var approved = await FreezeAsync(1);
        await _desk.ApproveAsync(Series, approved.Hash, Bea, Cancel);
        var twice = new ReadItem { Label = "New", Url = "https://a.example/new" };
        var request = Request(1) with
        {
            TitleLimit = 5,
            Items = [.. Request(1).Items, twice, twice, new ReadItem { Label = "one two three four five six seven eight nine", Url = "javascript:alert(1)" }],
        };

        Assert.Equal(
            [
                "not even the name of the series and the number fit into the title",
                "item 1: an earlier edition points to https://a.example/1",
                "item 3: https://a.example/new stands twice",
                "item 4: a label has from 1 to 8 words",
                "item 4: javascript:alert(1) is no address of a page",
            ],
            (await RefusedAsync(request)).Reasons);
        Assert.Contains("may not write", (Assert.IsType<ReadResult.Refused>(await _desk.FreezeAsync(Request(2), new Actor("x", []), Cancel))).Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Abroad_and_on_another_day_the_same_edition_has_the_same_bytes()
    {
        var here = await FreezeAsync(1);
        var time = new FakeTimeProvider(_time.GetUtcNow().AddDays(40));
        var desk = new ReadDesk(new InMemoryLedger(time), new RoleAuthorizer(), time);
        var there = Assert.IsType<ReadResult.Done>(await Abroad.Run(() => desk.FreezeAsync(Request(1), Bea, Cancel).AsTask())).Edition;

        Assert.Equal(here.Hash, there.Hash);
        Assert.Equal(Html(here), Abroad.Run(() => Html(there)));
    }

    [Fact]
    public async Task An_approved_edition_changes_by_corrections_beside_it_alone()
    {
        var frozen = await FreezeAsync(1);
        Assert.IsType<ReadResult.Refused>(await _desk.CorrectAsync(Series, 1, "too early", Bea, Cancel));
        await _desk.ApproveAsync(Series, frozen.Hash, Bea, Cancel);
        await _desk.CorrectAsync(Series, 1, "It was Tuesday, not Monday.", Bea, Cancel);

        var corrected = (await _desk.FindAsync(Series, 1, Cancel))!;
        Assert.Equal((frozen.Hash, frozen.Title), (corrected.Hash, corrected.Title));
        Assert.Equal(new ReadErratum("bea", _time.GetUtcNow(), "It was Tuesday, not Monday."), Assert.Single(corrected.Errata));
        Assert.Contains("It was Tuesday", Html(corrected), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_edition_that_says_something_else_is_damaged()
    {
        var frozen = await FreezeAsync(1);
        var key = ReadRecord.Key(Series, 1);
        var forged = frozen.Body with { Content = frozen.Body.Content with { Title = "Other" } };
        await _ledger.CommitAsync(new LedgerBatch { Writes = [new LedgerWrite { Key = key, Expected = 1, Content = forged.Seal() }] }, Cancel);

        Assert.Equal(LedgerFault.Damaged, (await Assert.ThrowsAsync<LedgerException>(async () => await _desk.FindAsync(Series, 1, Cancel))).Fault);
    }

    [Fact]
    public async Task The_page_has_each_item_with_what_is_told_of_it_and_where_the_series_stands()
    {
        var edition = Assert.IsType<ReadResult.Done>(await _desk.FreezeAsync(
            Request(1) with
            {
                Standing = "1 down, 72 to go",
                Items = [new ReadItem { Label = "Slides", Url = "https://a.example/slides", Quote = "Less is more.", Author = "A Speaker", Comment = "Ten minutes well spent.", Embed = "Twelve slides on writing less" }],
            },
            Ann, Cancel)).Edition;

        var text = DocumentRenderer.Render(edition.Document, DocumentFormat.PlainText);
        Assert.All(["Slides", "Less is more.", "A Speaker", "Ten minutes well spent.", "Twelve slides on writing less", "https://a.example/slides", "1 down, 72 to go"], told => Assert.Contains(told, text, StringComparison.Ordinal));
    }

    private async Task<ReadRoundUp> FreezeAsync(int at) => Assert.IsType<ReadResult.Done>(await _desk.FreezeAsync(Request(at), Ann, Cancel)).Edition;

    private async Task<ReadResult.Refused> RefusedAsync(ReadRequest request) => Assert.IsType<ReadResult.Refused>(await _desk.FreezeAsync(request, Ann, Cancel));

    private static ReadRequest Request(int at) => new()
    {
        Series = Series,
        Items = [new ReadItem { Label = FormattableString.Invariant($"Thing {at}"), Url = FormattableString.Invariant($"https://a.example/{at}") }],
    };

    private static string Html(ReadRoundUp edition) => DocumentRenderer.Render(edition.Document, DocumentFormat.Html);
}
