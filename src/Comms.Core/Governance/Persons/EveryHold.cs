namespace Comms.Core.Governance.Persons;

/// <summary>Whatever keeps a message, from the first that does.</summary>
internal sealed class EveryHold(params IReadOnlyList<ILegalHolds> holds) : ILegalHolds
{
    public async ValueTask<IReadOnlyList<KeptItem>> HeldAsync(IReadOnlyList<TracedMessage> messages, DateTimeOffset now, CancellationToken cancel)
    {
        var kept = new List<KeptItem>();
        foreach (var each in holds)
        {
            kept.AddRange(await each.HeldAsync(messages, now, cancel).ConfigureAwait(false));
        }

        return [.. kept.DistinctBy(item => item.Id)];
    }
}
