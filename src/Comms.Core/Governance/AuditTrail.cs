using System.Runtime.CompilerServices;
using System.Text.Json;
using Comms.Core.Ledger;

namespace Comms.Core.Governance;

/// <summary>
/// Reads and verifies the audit: an append-only chain of hashes over salted commitments. The payloads lie apart, so that
/// erasing one leaves the chain whole. Thread-safe.
/// </summary>
public sealed class AuditTrail
{
    private readonly ILedger _ledger;

    internal AuditTrail(ILedger ledger) => _ledger = ledger;

    /// <summary>Reads the entries in order, in constant memory.</summary>
    /// <exception cref="LedgerException">What an entry says is damaged; the message names its sequence.</exception>
    public IAsyncEnumerable<AuditEntry> ReadAsync(CancellationToken cancel = default) => ReadAsync(0, cancel);

    /// <summary>Reads the entries after a sequence.</summary>
    internal async IAsyncEnumerable<AuditEntry> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var link in _ledger.ReadChainAsync(after, cancel).ConfigureAwait(false))
        {
            yield return Describe(link);
        }
    }

    /// <summary>Follows the chain from its first link and stops at the first that does not follow.</summary>
    public async ValueTask<AuditVerdict> VerifyAsync(CancellationToken cancel = default)
    {
        var before = new byte[32];
        long links = 0;
        long erased = 0;
        await foreach (var link in _ledger.ReadChainAsync(0, cancel).ConfigureAwait(false))
        {
            if (Fault(link, links + 1, before) is { } reason)
            {
                return new AuditVerdict(links, erased, links + 1, reason, Convert.ToHexStringLower(before));
            }

            before = link.Hash.ToArray();
            links++;
            erased += link.Payload is null ? 1 : 0;
        }

        return new AuditVerdict(links, erased, null, null, Convert.ToHexStringLower(before));
    }

    private static string? Fault(ChainLink link, long expected, ReadOnlySpan<byte> before)
    {
        if (link.Sequence != expected)
        {
            return $"link {expected} is missing: the next is {link.Sequence}";
        }

        if (!ChainLink.Next(before, link.Sequence, link.Commitment.Span).AsSpan().SequenceEqual(link.Hash.Span))
        {
            return "its hash does not follow from the link before";
        }

        if (link is { Payload: { } payload, Salt: { } salt }
            && !new ChainEntry { Payload = payload, Salt = salt }.Commit().AsSpan().SequenceEqual(link.Commitment.Span))
        {
            return "what it says is not what was committed";
        }

        return link.Payload is null == link.Salt is null ? null : "its payload and salt were not erased together";
    }

    private static AuditEntry Describe(ChainLink link)
    {
        var said = link.Payload is { } payload ? Open(link.Sequence, payload.Span) : null;
        return new AuditEntry(
            link.Sequence, said?.At, said?.Actor, said?.Act, said?.Subject, said?.Detail, Convert.ToHexStringLower(link.Hash.Span));
    }

    private static AuditEvent Open(long sequence, ReadOnlySpan<byte> payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, AuditJson.Default.AuditEvent) ?? throw new JsonException("it says nothing");
        }
        catch (JsonException fault)
        {
            throw new LedgerException(LedgerFault.Damaged, $"The audit's entry {sequence} cannot be read: {fault.Message}", fault);
        }
    }
}
