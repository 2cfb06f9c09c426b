using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Comms.Core.Channels.Webhooks;

/// <summary>
/// The signature of a webhook: HMAC-SHA256 over the time, a full stop and the body, so that neither can be changed and an old
/// call cannot be played again. For those who send and for those who receive. Thread-safe.
/// </summary>
public static class WebhookSignature
{
    /// <summary>The header that holds the time: whole seconds since 1970.</summary>
    public const string TimestampHeader = "Comms-Timestamp";

    /// <summary>The header that holds the signature.</summary>
    public const string SignatureHeader = "Comms-Signature";

    private const string Version = "v1=";

    /// <summary>Signs a body.</summary>
    /// <param name="key">The key that both sides know.</param>
    /// <param name="at">Now.</param>
    /// <param name="body">The bytes as they are sent.</param>
    /// <returns><c>v1=</c> and 64 lower-case hexadecimal digits.</returns>
    public static string Sign(string key, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(key));
        hmac.AppendData(Encoding.ASCII.GetBytes(Seconds(at)));
        hmac.AppendData("."u8);
        hmac.AppendData(body);
        return Version + Convert.ToHexStringLower(hmac.GetHashAndReset());
    }

    /// <summary>Whether a call was signed with the key, and lately. Takes as long for a wrong signature as for a right one.</summary>
    /// <param name="key">The key that both sides know.</param>
    /// <param name="timestamp">What <see cref="TimestampHeader"/> says; null when it is missing.</param>
    /// <param name="signature">What <see cref="SignatureHeader"/> says; null when it is missing.</param>
    /// <param name="body">The bytes as they came.</param>
    /// <param name="now">The clock of who receives.</param>
    /// <param name="tolerance">How far the two clocks may be apart, and how old a call may be; five minutes is usual.</param>
    public static bool Holds(string key, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now, TimeSpan tolerance)
    {
        if (signature is null || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 253_402_300_799)
        {
            return false;
        }

        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        var right = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(key, at, body)), Encoding.ASCII.GetBytes(signature));
        return right && (now - at).Duration() <= tolerance;
    }

    internal static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
