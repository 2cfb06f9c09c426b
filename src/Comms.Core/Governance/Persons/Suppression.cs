using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Comms.Core.Ledger;

namespace Comms.Core.Governance.Persons;

/// <summary>The key of the list, as it is stored, version 1. Random: without it nobody can try out whose words are on the list.</summary>
internal sealed record SuppressionKeyRecord(byte[] Secret)
{
    private const int Version = 1;

    public static RecordKey Key { get; } = new("suppression-key", "all");

    public byte[] Seal() => StoredRecord.Seal(Key.Kind, Version, this, PersonRecordJson.Default.SuppressionKeyRecord);

    public static SuppressionKeyRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, PersonRecordJson.Default.SuppressionKeyRecord);
}

/// <summary>One entry of the list, as it is stored, version 1: its id is all that it says of a message.</summary>
internal sealed record SuppressedRecord(DateTimeOffset ErasedAt)
{
    public const string Kind = "suppressed";

    private const int Version = 1;

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, PersonRecordJson.Default.SuppressedRecord);

    public static SuppressedRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, PersonRecordJson.Default.SuppressedRecord);
}

/// <summary>
/// Keeps erased words from coming back with the next import, by keyed hashes (HMAC-SHA-256) of who wrote what and when.
/// Bars nobody: what a person writes after their erasure is heard, even in the same words.
/// </summary>
internal sealed class Suppression(byte[] secret)
{
    public const int SecretLength = 32;

    /// <returns>Null while nobody was ever erased.</returns>
    public static async ValueTask<Suppression?> OpenAsync(ILedger ledger, CancellationToken cancel) =>
        await ledger.FindAsync(SuppressionKeyRecord.Key, cancel).ConfigureAwait(false) is { } record
            ? new Suppression(SuppressionKeyRecord.Open(record).Secret)
            : null;

    /// <summary>Whether these words were erased: written at the very same time, or by the same account before it was erased.</summary>
    public async ValueTask<bool> HasAsync(ILedger ledger, string? handle, DateTimeOffset at, string text, CancellationToken cancel) =>
        await ledger.FindAsync(ByTime(at, text), cancel).ConfigureAwait(false) is not null
        || (handle is not null && await ledger.FindAsync(ByAccount(handle, text), cancel).ConfigureAwait(false) is { } record
            && at <= SuppressedRecord.Open(record).ErasedAt);

    /// <summary>The entries that keep a message from coming back.</summary>
    public IEnumerable<RecordKey> KeysOf(TracedMessage message) =>
        message.Author is { } author ? [ByTime(message.At, message.Text), ByAccount(author.Handle, message.Text)] : [ByTime(message.At, message.Text)];

    /// <summary>What an account is called where it may not be named.</summary>
    public string Pseudonym(Person person) =>
        Hash("person", [.. person.Accounts.Select(account => account.ToLowerInvariant()).Order(StringComparer.Ordinal)])[..16];

    private RecordKey ByTime(DateTimeOffset at, string text) =>
        new(SuppressedRecord.Kind, Hash("time", at.UtcTicks.ToString(CultureInfo.InvariantCulture), text.Trim()));

    private RecordKey ByAccount(string handle, string text) => new(SuppressedRecord.Kind, Hash("account", handle.ToLowerInvariant(), text.Trim()));

    private string Hash(string use, params IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts.Prepend(use))
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
