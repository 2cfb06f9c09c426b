using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Comms.Core.Ledger;

/// <summary>
/// The one door through which state goes into the ledger and comes back. The bytes are a line
/// <c>comms/KIND/VERSION SHA256</c> and then the body as JSON. The hash covers all else, the head of the line too, so
/// that a record that is not what was sealed is refused as damaged, and one of a newer version in clear words.
/// </summary>
internal static class StoredRecord
{
    private const int HashDigits = 64;
    private const int LongestHeader = 2048;

    public static byte[] Seal<T>(string kind, int version, T body, JsonTypeInfo<T> type)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"comms/{kind}/{version} "));
        var json = JsonSerializer.SerializeToUtf8Bytes(body, type);
        return [.. head, .. Hash(head, json), (byte)'\n', .. json];
    }

    /// <exception cref="LedgerException">The record is damaged, of another kind, or of a newer version.</exception>
    public static T Open<T>(LedgerRecord record, int newest, JsonTypeInfo<T> type)
    {
        var content = record.Content.Span;
        var line = content[..Math.Min(content.Length, LongestHeader)].IndexOf((byte)'\n');
        if (line < HashDigits)
        {
            throw Damaged(record.Key, "it has no header");
        }

        var head = content[..(line - HashDigits)];
        var body = content[(line + 1)..];
        if (!content[(line - HashDigits)..line].SequenceEqual(Hash(head, body)))
        {
            throw Damaged(record.Key, "it does not match its hash");
        }

        CheckVersion(record.Key, Encoding.UTF8.GetString(head), newest);
        return Read(record.Key, body, type);
    }

    /// <summary>What a record holds; null for one that is missing or damaged, where others must go on without it.</summary>
    /// <exception cref="LedgerException">The record is of a newer version.</exception>
    public static T? Whole<T>(LedgerRecord? record, Func<LedgerRecord, T> open)
        where T : class
    {
        try
        {
            return record is null ? null : open(record);
        }
        catch (LedgerException fault) when (fault.Fault == LedgerFault.Damaged)
        {
            return null;
        }
    }

    private static void CheckVersion(RecordKey key, string head, int newest)
    {
        var start = $"comms/{key.Kind}/";
        if (!head.StartsWith(start, StringComparison.Ordinal)
            || !int.TryParse(head.AsSpan(start.Length).TrimEnd(' '), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            throw Damaged(key, "its header names another kind of record");
        }

        if (version > newest)
        {
            throw new LedgerException(
                LedgerFault.Newer,
                $"The record {key} has version {version}; this program reads up to {newest}. Use the newer program.");
        }
    }

    private static T Read<T>(RecordKey key, ReadOnlySpan<byte> body, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw Damaged(key, "its body is empty");
        }
        catch (JsonException fault)
        {
            throw new LedgerException(LedgerFault.Damaged, $"The record {key} cannot be read: {fault.Message}", fault);
        }
    }

    private static byte[] Hash(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(head);
        hash.AppendData(body);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static LedgerException Damaged(RecordKey key, string why) =>
        new(LedgerFault.Damaged, $"The record {key} is damaged: {why}.");
}
