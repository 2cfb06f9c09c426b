using System.Globalization;
using Comms.Core.Ledger;

namespace Comms.Core.Channels;

/// <summary>
/// Tells colleagues something at once by an account of theirs, past publishing and its holds. Told twice is better than not at
/// all: a notice whose fate is unknown counts as not sent.
/// </summary>
internal sealed class NoticeSender(ChannelDirectory channels, IMediaStore media, ICredentialSource credentials, TimeProvider clock, TimeSpan within)
{
    private static readonly IReadOnlyList<string?> Everyone = [null];

    /// <summary>The longest that telling one account takes.</summary>
    public TimeSpan Within => within;

    /// <param name="account">By which they are told.</param>
    /// <param name="words">What they are told.</param>
    /// <param name="names">What names the notice, so that a channel that takes a key shows it once.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Null when it was sent; else why not, in words.</returns>
    public async ValueTask<string?> SendAsync(string account, string words, IReadOnlyList<string> names, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(within, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            var channel = channels.Find(account) ?? throw new ChannelException($"there is no account {account}");
            var recipients = channel is IRecipients list ? await list.RecipientsAsync(stop.Token).ConfigureAwait(false) : Everyone;
            string? fault = "nobody is on its list";
            var sent = false;
            foreach (var recipient in recipients)
            {
                fault = await SendAsync(channel, words, Context(names, recipient), stop.Token).ConfigureAwait(false);
                sent |= fault is null;
            }

            return sent ? null : fault;
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            return late.IsCancellationRequested ? string.Create(CultureInfo.InvariantCulture, $"it took longer than {within.TotalSeconds:0.#} seconds") : fault.Message;
        }
    }

    private static async ValueTask<string?> SendAsync(IChannel channel, string words, SendContext context, CancellationToken cancel)
    {
        var prepared = await channel.PrepareAsync(new Rendition { Account = channel.Account.Id, Text = words }, context, cancel).ConfigureAwait(false);
        return await channel.SendAsync(prepared, context.Key, context, cancel).ConfigureAwait(false) switch
        {
            SendOutcome.Accepted => null,
            SendOutcome.Rejected rejected => rejected.Reason,
            SendOutcome.NotSent notSent => notSent.Reason,
            var other => other.ToString(),
        };
    }

    private SendContext Context(IReadOnlyList<string> names, string? recipient)
    {
        var now = clock.GetUtcNow();
        return new SendContext
        {
            Key = new DeliveryKey(ContentId.Hex([.. names, recipient ?? ""])),
            CreatedAt = now,
            Deadline = now + within,
            Media = media,
            Credentials = credentials,
            Recipient = recipient,
        };
    }
}
