using System.Globalization;
using Comms.Core.Channels;
using Comms.Core.Ledger;

namespace Comms.Core.Cases.Alerts;

/// <summary>
/// Tells one contact of one emergency. The words name the case and why it is one, and nobody. Told twice is better than not
/// at all: an alert whose fate is unknown counts as not sent.
/// </summary>
internal sealed class AlertSender(ChannelDirectory channels, IMediaStore media, ICredentialSource credentials, TimeProvider clock, TimeSpan within, string mark)
{
    private static readonly IReadOnlyList<string?> Everyone = [null];

    /// <returns>Null when it was sent; else why not, in words.</returns>
    public async ValueTask<string?> SendAsync(OnCallContact contact, Case emergency, AlertRecord alert, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(within, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            var channel = channels.Find(contact.Account) ?? throw new ChannelException($"there is no account {contact.Account}");
            var recipients = channel is IRecipients list ? await list.RecipientsAsync(stop.Token).ConfigureAwait(false) : Everyone;
            string? fault = "nobody is on its list";
            var sent = false;
            foreach (var recipient in recipients)
            {
                fault = await SendAsync(channel, Words(emergency, alert), Context(emergency, alert, recipient), stop.Token).ConfigureAwait(false);
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

    private string Words(Case emergency, AlertRecord alert)
    {
        var why = emergency.Flags.Count == 0 ? "" : $" ({string.Join(", ", emergency.Flags)})";
        var unreached = alert.Unreached.Count == 0 ? "" : $" Not reached: {string.Join(", ", alert.Unreached)}.";
        return $"{mark}EMERGENCY: case {emergency.Id} of {emergency.Team}{why}. Nobody has taken it yet: open it and take it now.{unreached}";
    }

    private SendContext Context(Case emergency, AlertRecord alert, string? recipient)
    {
        var now = clock.GetUtcNow();
        return new SendContext
        {
            Key = new DeliveryKey(ContentId.Hex(AlertRecord.Kind, emergency.Id, alert.Told.ToString(CultureInfo.InvariantCulture), recipient ?? "")),
            CreatedAt = now,
            Deadline = now + within,
            Media = media,
            Credentials = credentials,
            Recipient = recipient,
        };
    }
}
