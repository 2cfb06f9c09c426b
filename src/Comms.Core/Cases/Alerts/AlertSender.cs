using System.Globalization;
using Comms.Core.Channels;

namespace Comms.Core.Cases.Alerts;

/// <summary>Tells one contact of one emergency. The words name the case and why it is one, and nobody.</summary>
internal sealed class AlertSender(NoticeSender notices, string mark)
{
    /// <returns>Null when it was sent; else why not, in words.</returns>
    public ValueTask<string?> SendAsync(OnCallContact contact, Case emergency, AlertRecord alert, CancellationToken cancel) => notices.SendAsync(
        contact.Account, Words(emergency, alert), [AlertRecord.Kind, emergency.Id, alert.Told.ToString(CultureInfo.InvariantCulture)], cancel);

    private string Words(Case emergency, AlertRecord alert)
    {
        var why = emergency.Flags.Count == 0 ? "" : $" ({string.Join(", ", emergency.Flags)})";
        var unreached = alert.Unreached.Count == 0 ? "" : $" Not reached: {string.Join(", ", alert.Unreached)}.";
        return $"{mark}EMERGENCY: case {emergency.Id} of {emergency.Team}{why}. Nobody has taken it yet: open it and take it now.{unreached}";
    }
}
