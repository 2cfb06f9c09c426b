using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Listening;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Listening;

public class ListeningDeskTests
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UnixEpoch.AddYears(56));
    private readonly InMemorySource source = new("town");
    private readonly InMemoryLedger ledger;
    private readonly ListeningDesk desk;

    public ListeningDeskTests()
    {
        ledger = new InMemoryLedger(clock);
        desk = new ListeningDesk(ledger, clock, [new FailingSource(), source]);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_heard_is_heard_once()
    {
        Post("1", "Thank you");
        Post("2", "  ");
        source.Add(new SourceEvent.Unreadable("line 3", "no date", "x;y"));
        Post("1", "Thank you");

        var report = await desk.RunDueAsync(Cancel);
        var again = await desk.RunDueAsync(Cancel);

        Assert.Equal((1, 0, 0, 1, 2), (report.Heard, report.Changed, report.Deleted, report.Known, report.SetAside));
        Assert.Equal((0, 0), (again.Heard, again.Known));
        Assert.Equal(["empty", "no date"], await desk.ListSetAsideAsync(Cancel).Select(aside => aside.Reason).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_failing_source_is_named_and_holds_up_no_other()
    {
        Post("1", "Thank you");

        var report = await desk.RunDueAsync(Cancel);

        Assert.Equal((1, "failing: it is down"), (report.Heard, Assert.Single(report.Faults)));
    }

    [Fact]
    public async Task Changed_words_make_a_new_edition_of_the_same_message()
    {
        Post("1", "Thank you");
        await desk.RunDueAsync(Cancel);
        var first = await OnlyAsync();
        clock.Advance(TimeSpan.FromHours(1));
        Post("1", "Thank you all");
        Post("1", "Thank you, all of you");

        var report = await desk.RunDueAsync(Cancel);

        var message = await OnlyAsync();
        Assert.Equal(2, report.Changed);
        Assert.Equal((first.Id, 3, first.HeardAt, "Thank you, all of you"), (message.Id, message.Edition, message.HeardAt, message.Text));
    }

    [Fact]
    public async Task What_was_deleted_at_its_source_has_no_words_and_never_comes_back()
    {
        Post("1", "Please ring me");
        await desk.RunDueAsync(Cancel);
        source.Add(new SourceEvent.Deleted("1", clock.GetUtcNow()));
        Post("1", "Please ring me");
        source.Add(new SourceEvent.Deleted("unknown", clock.GetUtcNow()));

        var report = await desk.RunDueAsync(Cancel);

        var message = await OnlyAsync();
        Assert.Equal((1, 2), (report.Deleted, report.Known));
        Assert.Equal(("", null, clock.GetUtcNow()), (message.Text, message.Author, message.DeletedAt));
        var kept = await ledger.FindAsync(new RecordKey("message", message.Id), Cancel);
        Assert.DoesNotContain("ring me", System.Text.Encoding.UTF8.GetString(kept!.Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_pages_come_whole()
    {
        for (var i = 0; i < 1201; i++)
        {
            Post($"{i}", $"message {i}");
        }

        Assert.Equal(1201, (await desk.RunDueAsync(Cancel)).Heard);
        Assert.Equal("message 1200", await desk.ListAsync(Cancel).Select(message => message.Text).LastAsync(Cancel));
    }

    private void Post(string id, string text) => source.Add(new SourceEvent.Posted(new SourceItem
    {
        Id = id,
        Text = text,
        At = DateTimeOffset.UnixEpoch,
        Author = new Author("@someone"),
    }));

    private async Task<Message> OnlyAsync() => await desk.ListAsync(Cancel).SingleAsync(Cancel);

    private sealed class FailingSource : IMessageSource
    {
        public string Id => "failing";

        public IAsyncEnumerable<SourcePage> ReadAsync(SourceCursor from, CancellationToken cancel) => throw new ChannelException("it is down");
    }
}
