using System.Text;
using Comms.Core.Channels;
using Comms.Core.Channels.Webhooks;
using Comms.Core.Ledger;
using Comms.Core.Tests.Servers;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Channels.Webhooks;

public class WebhookInboxTests
{
    private const string Key = "a key of both";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly WebhookInbox _inbox;
    private readonly CommsEngine _engine;

    public WebhookInboxTests()
    {
        _inbox = new WebhookInbox("forms", "env:KEY", new FixedCredentials(Key), _clock);
        _engine = new CommsBuilder().UseClock(_clock).UseLedger(new InMemoryLedger(_clock), new InMemoryMediaStore()).Build();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_signed_is_heard_once_and_triaged_even_when_it_is_played_again()
    {
        const string body = """
            [{"id":"7","text":"I wish to make a formal complaint about the parking.","at":"2026-11-23T09:00:00Z","author":{"handle":"@ann@town.example"},"service":"Estates","unknown":1},
             {"id":"8","text":"Thank you"}]
            """;

        Assert.Equal(2, (await TakeAsync(body)).Heard);
        Assert.Equal((0, 2), await TakeAsync(body) is var again ? (again.Heard, again.Known) : default);
        await _engine.RunDueAsync(Cancel);

        var messages = await _engine.Listening.ListAsync(Cancel).ToListAsync(Cancel);
        Assert.Equal(["forms 7 Estates @ann@town.example 9", "forms 8   10"], messages.Select(message => $"{message.Source} {message.ItemId} {message.Service} {message.Author?.Handle} {message.At.Hour}"));
        Assert.Equal(2, await _engine.Triage.ListAsync(Cancel).CountAsync(Cancel));
    }

    [Fact]
    public async Task A_change_and_a_deletion_follow_their_message()
    {
        await TakeAsync("""{"id":"7","text":"Thank you"}""");
        Assert.Equal(1, (await TakeAsync("""{"id":"7","text":"Thank you all"}""")).Changed);

        Assert.Equal(1, (await TakeAsync("""{"id":"7","deleted":"2026-11-23T09:30:00Z"}""")).Deleted);

        Assert.Equal("", Assert.Single(await _engine.Listening.ListAsync(Cancel).ToListAsync(Cancel)).Text);
    }

    [Theory]
    [InlineData("""[{"id":"1","text":"Good"},{"text":"Whose?"},{"id":"3"},{"id":"4","text":"Bad time","at":"yesterday"},5]""", "message 2: it has no \"id\"|message 3: it has no \"text\"|message 4: $.at is of another form|message 5: $ is of another form")]
    public async Task The_good_part_goes_on_and_each_bad_message_is_named(string body, string asides)
    {
        var report = await TakeAsync(body);

        Assert.Equal((1, 4), (report.Heard, report.SetAside));
        Assert.Equal(asides, string.Join('|', report.FirstSetAside.Select(aside => $"{aside.Where}: {aside.Reason}")));
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("\"hello\"", 400)]
    public async Task What_is_no_message_is_refused(string body, int answer) =>
        Assert.Equal(answer, Assert.IsType<WebhookReading.Refused>(await ReadAsync(Encoding.UTF8.GetBytes(body))).Answer);

    [Fact]
    public async Task Too_much_is_refused_before_it_is_read()
    {
        var many = "[" + string.Join(',', Enumerable.Repeat("{}", 501)) + "]";

        Assert.Equal(413, Assert.IsType<WebhookReading.Refused>(await ReadAsync(Encoding.UTF8.GetBytes(many))).Answer);
        Assert.Equal(413, Assert.IsType<WebhookReading.Refused>(await ReadAsync(new byte[WebhookInbox.MaxBytes + 1])).Answer);
    }

    [Fact]
    public async Task Another_key_another_body_and_an_old_call_are_refused()
    {
        var (body, now) = ("""{"id":"7","text":"Thank you"}"""u8.ToArray(), _clock.GetUtcNow());
        var right = WebhookSignature.Sign(Key, now, body);

        await RefusedAsync(now, WebhookSignature.Sign("another", now, body), body);
        await RefusedAsync(now, right, """{"id":"7","text":"Thank you!"}"""u8.ToArray());
        await RefusedAsync(now, signature: null, body);
        _clock.Advance(TimeSpan.FromMinutes(6));
        await RefusedAsync(now, right, body);
    }

    [Fact]
    public async Task What_the_channel_sends_the_inbox_reads()
    {
        using var channel = new WebhookChannel("town", new WebhookOptions { Form = WebhookForm.Signed, Address = "https://desk.example/hook", Credential = "env:KEY" }, new FixedCredentials(Key), _clock);
        var context = new SendContext
        {
            Key = new DeliveryKey("0123456789abcdef0123456789abcdef"),
            CreatedAt = _clock.GetUtcNow(),
            Deadline = _clock.GetUtcNow().AddMinutes(1),
            Media = new InMemoryMediaStore(),
            Credentials = new FixedCredentials(Key),
        };
        var prepared = await channel.PrepareAsync(new Rendition { Account = "town", Text = "The clinic is open." }, context, Cancel);

        var taken = Assert.IsType<WebhookReading.Taken>(await ReadAsync(prepared.Bytes.ToArray()));

        var item = Assert.IsType<SourceEvent.Posted>(Assert.Single(taken.Events)).Item;
        Assert.Equal(("0123456789abcdef0123456789abcdef", "The clinic is open.", "town", _clock.GetUtcNow()), (item.Id, item.Text, item.Author?.Handle, item.At));
    }

    [Fact]
    public async Task Two_hosts_that_take_the_same_call_at_once_keep_it_once()
    {
        var taken = Assert.IsType<WebhookReading.Taken>(await ReadAsync("""{"id":"7","text":"Thank you"}"""u8.ToArray()));

        var reports = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => _engine.Listening.TakeAsync("forms", taken.Events, Cancel).AsTask())));

        Assert.Equal((1, 15), (reports.Sum(report => report.Heard), reports.Sum(report => report.Known)));
    }

    private async Task RefusedAsync(DateTimeOffset at, string? signature, byte[] body) => Assert.Equal(
        401, Assert.IsType<WebhookReading.Refused>(await _inbox.ReadAsync(WebhookSeconds(at), signature, body, Cancel)).Answer);

    private async Task<Comms.Core.Listening.ListeningReport> TakeAsync(string body) =>
        await _engine.Listening.TakeAsync(_inbox.Source, Assert.IsType<WebhookReading.Taken>(await ReadAsync(Encoding.UTF8.GetBytes(body))).Events, Cancel);

    private ValueTask<WebhookReading> ReadAsync(byte[] body) =>
        _inbox.ReadAsync(WebhookSeconds(_clock.GetUtcNow()), WebhookSignature.Sign(Key, _clock.GetUtcNow(), body), body, Cancel);

    private static string WebhookSeconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
