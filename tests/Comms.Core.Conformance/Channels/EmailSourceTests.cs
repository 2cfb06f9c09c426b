using System.Globalization;
using Comms.Core.Channels;
using Comms.Core.Channels.Email;
using Comms.Core.Testing;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.Conformance.Channels;

/// <summary>Against a real IMAP server (<c>tests/servers/up.sh</c>), a mailbox for each fact.</summary>
public sealed class EmailSourceTests : SourceConformance
{
    private readonly ImapMailbox mailbox = new();
    private bool filled;

    [Fact]
    public async Task A_message_comes_with_who_wrote_it_and_what_it_answers()
    {
        await mailbox.AddAsync(Cancel, Mail("1", "Re: Flu clinic", "Thank you!", "In-Reply-To: <abc@trust.test>\n"));

        var item = Assert.Single(await ReadAsync(SourceCursor.Start));

        Assert.Equal(("<1@example.test>", "Re: Flu clinic\n\nThank you!", Act.Reply, "<abc@trust.test>"), (item.Id, item.Text, item.Act, item.InReplyTo));
        Assert.Equal(new Author("ann@example.test", "Ann Jones"), item.Author);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), item.At);
    }

    [Fact]
    public async Task Html_alone_is_read_as_words_and_never_as_html()
    {
        const string Html = "<html><head><title>x</title><style>p{}</style></head><body><p>Thank&nbsp;you<br>all</p><script>alert(1)</script><div>Ann &amp; Bob</div></body></html>";
        await mailbox.AddAsync(Cancel, Mail("1", "", Html, "Content-Type: text/html; charset=utf-8\n"));

        Assert.Equal("Thank\u00a0you\nall\n\nAnn & Bob", Assert.Single(await ReadAsync(SourceCursor.Start)).Text);
    }

    [Fact]
    public async Task What_a_program_wrote_is_told_as_such()
    {
        await mailbox.AddAsync(Cancel, Mail("1", "Out of office", "Back on Monday", "Auto-Submitted: auto-replied\n"), Mail("2", "Hello", "Hello", "Auto-Submitted: no\n"));

        Assert.Equal(["automatic", "public"], (await ReadAsync(SourceCursor.Start)).Select(item => item.Author?.Kind));
    }

    [Fact]
    public async Task Reading_marks_nothing_as_read()
    {
        await mailbox.AddAsync(Cancel, Mail("1", "Hello", "Hello"));

        await ReadAsync(SourceCursor.Start);

        Assert.Equal(0, await mailbox.SeenAsync(Cancel));
    }

    [Fact]
    public async Task A_mailbox_made_anew_is_read_again_under_the_same_ids()
    {
        await mailbox.AddAsync(Cancel, Mail("1", "Hello", "Hello"));

        var again = await ReadAsync(new SourceCursor("7:999"));

        Assert.Equal("<1@example.test>", Assert.Single(again).Id);
    }

    [Fact]
    public async Task A_message_without_an_id_is_known_by_what_it_says()
    {
        await mailbox.AddAsync(Cancel, Mail("1", "Hello", "Hello").Replace("Message-ID: <1@example.test>\n", "", StringComparison.Ordinal));

        var first = Assert.Single(await ReadAsync(SourceCursor.Start));

        Assert.Equal(first.Id, Assert.Single(await ReadAsync(SourceCursor.Start)).Id);
        Assert.NotEmpty(first.Id);
    }

    [Fact]
    public async Task A_message_too_large_is_set_aside_and_the_others_go_on()
    {
        await mailbox.AddAsync(Cancel, Mail("1", "Big", new string('x', 2_000)), Mail("2", "Small", "Hello"));
        var source = new EmailSource("inbox", Options with { LargestMessage = 1_500 }, Credentials);

        var events = await source.ReadAsync(SourceCursor.Start, Cancel).SelectMany(page => page.Events).ToListAsync(Cancel);

        Assert.Equal(["it is larger than 1500 bytes"], events.OfType<SourceEvent.Unreadable>().Select(aside => aside.Reason));
        Assert.Equal(["<2@example.test>"], events.OfType<SourceEvent.Posted>().Select(posted => posted.Item.Id));
    }

    [Fact]
    public async Task Large_messages_come_in_pages_of_their_own_so_that_each_is_done_in_time()
    {
        var large = string.Concat(Enumerable.Repeat("It was a long wait, and a long letter.\n", 80_000));
        await mailbox.AddAsync(Cancel, Mail("1", "Long", large), Mail("2", "Long", large), Mail("3", "Short", "Thank you"));

        var pages = await new EmailSource("inbox", Options, Credentials).ReadAsync(SourceCursor.Start, Cancel).Select(page => page.Events.Count).ToListAsync(Cancel);

        Assert.Equal([1, 2], pages);
    }

    [Fact]
    public async Task A_wrong_password_needs_a_person_and_is_quoted_nowhere()
    {
        var source = new EmailSource("inbox", Options, new FixedCredentials("not-the-secret"));

        var fault = await Assert.ThrowsAsync<ChannelException>(async () => await source.ReadAsync(SourceCursor.Start, Cancel).ToListAsync(Cancel));

        Assert.Contains("credential needs a person", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-secret", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_tells_at_once_that_something_came()
    {
        await mailbox.AddAsync(Cancel, Mail("1", "Hello", "Hello"));
        var source = new EmailSource("inbox", Options, Credentials);
        var woken = source.WaitAsync(Cancel).AsTask();

        while (!woken.IsCompleted)
        {
            await mailbox.AddAsync(Cancel, Mail("2", "Hello again", "Hello"));
            await Task.WhenAny(woken, Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Cancel));
        }

        await woken;
    }

    protected override async ValueTask<IMessageSource> OpenAsync()
    {
        if (!filled)
        {
            await mailbox.AddAsync(Cancel, Enumerable.Range(1, 120).Select(n => Mail(string.Create(CultureInfo.InvariantCulture, $"{n}"), "Thank you", "Thank you")));
            filled = true;
        }

        return new EmailSource("inbox", Options, Credentials);
    }

    private static FixedCredentials Credentials { get; } = new(ImapMailbox.Password);

    private InboxOptions Options => new() { Address = mailbox.Address, User = mailbox.User, Credential = "env:PASSWORD" };

    private static string Mail(string id, string subject, string body, string headers = "") =>
        $"From: Ann Jones <ann@example.test>\nTo: comms@trust.test\nDate: Mon, 23 Nov 2026 09:00:00 +0000\nMessage-ID: <{id}@example.test>\nSubject: {subject}\n{headers}\n{body}\n";

    private async Task<IReadOnlyList<SourceItem>> ReadAsync(SourceCursor from) =>
        await new EmailSource("inbox", Options, Credentials).ReadAsync(from, Cancel)
            .SelectMany(page => page.Events.OfType<SourceEvent.Posted>()).Select(posted => posted.Item).ToListAsync(Cancel);
}
