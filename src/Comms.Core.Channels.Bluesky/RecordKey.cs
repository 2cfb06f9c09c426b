using System.Globalization;

namespace Comms.Core.Channels.Bluesky;

/// <summary>
/// The name under which a delivery's post is written: a TID (https://atproto.com/specs/tid) of the planned time, with 20 bits
/// of the delivery's key for the microseconds and 10 for the clock. The same delivery has the same name for ever.
/// </summary>
internal static class RecordKey
{
    private const string Digits = "234567abcdefghijklmnopqrstuvwxyz";
    private const int Length = 13;
    private const int ClockBits = 10;
    private const int MicrosecondBits = 20;

    public static string Of(DeliveryKey key, DateTimeOffset createdAt)
    {
        var bits = ulong.Parse(key.Value.AsSpan(0, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var micros = (ulong)createdAt.ToUnixTimeSeconds() * 1_000_000;
        var tid = ((micros + (bits & ((1 << MicrosecondBits) - 1))) << ClockBits) | ((bits >> MicrosecondBits) & ((1 << ClockBits) - 1));
        return string.Create(Length, tid, (name, value) =>
        {
            for (var at = Length - 1; at >= 0; at--)
            {
                name[at] = Digits[(int)(value & 31)];
                value >>= 5;
            }
        });
    }
}
