using System.Text.Json.Serialization;
using Comms.Core.Ledger;

namespace Comms.Core.Triage.Opinions;

/// <summary>What second opinions have cost in a window, as it is stored, version 1.</summary>
internal sealed record OpinionBudgetRecord(DateTimeOffset From, int Calls, long Tokens)
{
    public const string Kind = "opinion-budget";
    private const int Version = 1;

    public static RecordKey Key { get; } = new(Kind, "all");

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, OpinionJson.Default.OpinionBudgetRecord);

    public static OpinionBudgetRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, OpinionJson.Default.OpinionBudgetRecord);
}

/// <summary>
/// Counts calls and tokens. Taken before a call, for its worst case, and settled after it: a host that dies in between
/// has spent, never saved. In the ledger, so that all hosts share one budget.
/// </summary>
internal sealed class OpinionBudget(ILedger ledger, TimeProvider clock, OpinionOptions options)
{
    private const int MostTries = 20;

    /// <summary>No tokeniser gives more tokens than UTF-8 bytes; the labels and the instructions are about as long again.</summary>
    public static long Estimate(OpinionRequest request) =>
        System.Text.Encoding.UTF8.GetByteCount(request.Text) + request.LongestAnswer + Overhead
        + request.Kinds.Concat(request.Themes).Sum(label => label.Length + 4L);

    private const int Overhead = 600;

    public ValueTask<bool> TryTakeAsync(long tokens, CancellationToken cancel) => ChangeAsync(
        spent => spent.Calls < options.CallsPerWindow && spent.Tokens + tokens <= options.TokensPerWindow
            ? spent with { Calls = spent.Calls + 1, Tokens = spent.Tokens + tokens }
            : null,
        cancel);

    /// <summary>Puts what was really used in the place of what was reserved; an answer that does not say keeps the worst case.</summary>
    public async ValueTask SettleAsync(long reserved, long? used, CancellationToken cancel)
    {
        if (used is >= 0 and var tokens && tokens != reserved)
        {
            await ChangeAsync(spent => spent with { Tokens = Math.Max(0, spent.Tokens + tokens - reserved) }, cancel).ConfigureAwait(false);
        }
    }

    /// <returns>Whether it was changed; a ledger that is fought over too hard counts as a budget that is spent.</returns>
    private async ValueTask<bool> ChangeAsync(Func<OpinionBudgetRecord, OpinionBudgetRecord?> change, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var found = await ledger.FindAsync(OpinionBudgetRecord.Key, cancel).ConfigureAwait(false);
            if (change(Current(found is null ? null : OpinionBudgetRecord.Open(found))) is not { } changed)
            {
                return false;
            }

            var write = new LedgerWrite { Key = OpinionBudgetRecord.Key, Expected = found?.Revision ?? 0, Content = changed.Seal() };
            if ((await ledger.CommitAsync(new LedgerBatch { Writes = [write] }, cancel).ConfigureAwait(false)).Committed)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A clock that was put back opens no new window.</summary>
    private OpinionBudgetRecord Current(OpinionBudgetRecord? known)
    {
        var ticks = (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks;
        var from = DateTimeOffset.UnixEpoch.AddTicks(ticks - (ticks % options.Window.Ticks));
        return known is not null && known.From >= from ? known : new OpinionBudgetRecord(from, 0, 0);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OpinionBudgetRecord))]
internal sealed partial class OpinionJson : JsonSerializerContext;
