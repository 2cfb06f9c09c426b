using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Comms.Core.Documents;
using Comms.Core.Ledger;

namespace Comms.Core.Channels;

/// <summary>
/// The hash that an approval binds: SHA-256 of a canonical, versioned encoding of every rendition with its media hashes
/// and alt texts, and of the version of each account's limits.
/// </summary>
/// <remarks>
/// Encoding 1: the ASCII bytes <c>comms-approval/1</c>; then numbers as 8 bytes, big-endian, texts as their length in
/// UTF-8 bytes and those bytes, and lists as their length and their items. Each rendition enters by its own hash, in
/// order of account (ordinal) and part; limits enter in order of account. Any change of any rendition therefore gives another hash.
/// A rendition that answers a message has encoding 2, which ends with what it answers; one that goes to a person alone has
/// encoding 3, which ends with whether it answers one (0 or 1), what it answers, and whom. One that passes a message on has
/// encoding 4, which ends with whether it answers one, whether it goes to a person alone, what it answers, whom, and the message.
/// One that is laid out as a page has encoding 5: whether it has each of the three ends of encoding 4, those that it has, and the
/// page as JSON (<see cref="DocumentFormat.Json"/>). One that waits for another account has encoding 6: whether it has each of the
/// four ends of encoding 5, the page being the fourth, those that it has, and the account. One that shows what it passes on has
/// encoding 7: whether it has each of the five ends of encoding 6, the account being the fifth, those that it has, and what it shows.
/// One with a content warning or a card has encoding 8: whether it has each of the six ends of encoding 7, what it shows being the
/// sixth, a warning, and a card's address, title and description, and those that it has. One that may not stand before an instant,
/// or not be sent after one, has encoding 9: the same of the ten ends of encoding 8 and of the two instants, in UTC.
/// </remarks>
public static class RenditionHash
{
    /// <summary>Computes the hash.</summary>
    /// <param name="renditions">All renditions of the post, in any order.</param>
    /// <param name="traitsVersions">The version of each account's limits.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(IReadOnlyCollection<Rendition> renditions, IReadOnlyDictionary<string, string> traitsVersions)
    {
        ArgumentNullException.ThrowIfNull(renditions);
        ArgumentNullException.ThrowIfNull(traitsVersions);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("comms-approval/1"u8);
        Number(hash, renditions.Count);
        foreach (var rendition in renditions.OrderBy(r => r.Account, StringComparer.Ordinal).ThenBy(r => r.Part))
        {
            Text(hash, Of(rendition));
        }

        Number(hash, traitsVersions.Count);
        foreach (var (account, version) in traitsVersions.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Text(hash, account);
            Text(hash, version);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The hash of one rendition, which its delivery carries.</summary>
    /// <param name="rendition">The rendition.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(Rendition rendition)
    {
        ArgumentNullException.ThrowIfNull(rendition);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var encoding = EncodingOf(rendition);
        var card = rendition.Card;
        hash.AppendData([.. "comms-rendition/"u8, (byte)('0' + encoding)]);
        Encode(hash, rendition);
        var page = rendition.Document is { } document ? DocumentRenderer.Render(document, DocumentFormat.Json) : null;
        string?[] ends = [rendition.InReplyTo, rendition.AnswerTo, rendition.Reshares, page, rendition.After, rendition.Original, rendition.Warning, card?.Url, card?.Title, card?.Description, At(rendition.NotBefore), At(rendition.NotAfter)];

        // Of as many ends as the encoding cannot tell by its number it says whether they are there.
        foreach (var end in ends.Take(encoding switch { 9 => 12, 8 => 10, _ => encoding - 2 }))
        {
            Number(hash, end is null ? 0 : 1);
        }

        foreach (var end in ends.OfType<string>())
        {
            Text(hash, end);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static int EncodingOf(Rendition rendition) => rendition switch
    {
        { NotBefore: not null } or { NotAfter: not null } => 9,
        { Warning: not null } or { Card: not null } => 8,
        { Original: not null } => 7,
        { After: not null } => 6,
        { Document: not null } => 5,
        { Reshares: not null } => 4,
        { AnswerTo: not null } => 3,
        { InReplyTo: not null } => 2,
        _ => 1,
    };

    private static string? At(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static void Encode(IncrementalHash hash, Rendition rendition)
    {
        Text(hash, rendition.Account);
        Number(hash, rendition.Part);
        Number(hash, rendition.Parts);
        Text(hash, rendition.Language);
        Text(hash, rendition.Text);
        Number(hash, rendition.Facets.Count);
        foreach (var facet in rendition.Facets)
        {
            Number(hash, facet.Start);
            Number(hash, facet.Length);
            Number(hash, (int)facet.Kind);
            Text(hash, facet.Target);
        }

        Number(hash, rendition.Media.Count);
        foreach (var media in rendition.Media)
        {
            Text(hash, media.Sha256);
            Text(hash, media.Type);
            Number(hash, media.Length);
            Text(hash, media.Alt);
        }
    }

    /// <exception cref="LedgerException">The renditions do not have the stated hash.</exception>
    internal static void Check(
        RecordKey key, string stated, IReadOnlyCollection<Rendition> renditions, IReadOnlyDictionary<string, string> traitsVersions)
    {
        if (!string.Equals(Of(renditions, traitsVersions), stated, StringComparison.Ordinal))
        {
            throw new LedgerException(
                LedgerFault.Damaged, $"The record {key} is not what was approved: its renditions do not have the approved hash.");
        }
    }

    private static void Number(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Text(IncrementalHash hash, string text)
    {
        Number(hash, Encoding.UTF8.GetByteCount(text));
        hash.AppendData(Encoding.UTF8.GetBytes(text));
    }
}
