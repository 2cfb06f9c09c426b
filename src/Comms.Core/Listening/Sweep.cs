using System.Runtime.CompilerServices;
using System.Text.Json;
using Comms.Core.Channels;
using Comms.Core.Ledger;

namespace Comms.Core.Listening;

/// <summary>
/// Asks a source for what it gave, a few messages at a look, and gives what is gone as deleted. A message is gone when two looks
/// in succession do not find it: what a server denies once, it may have mislaid. It is read as a source itself, and so is as
/// patient, as polite and as able to go on after a stop.
/// </summary>
internal sealed class Sweep(ISweptSource source, ILedger ledger, TimeProvider clock, ListeningOptions options) : IMessageSource, IPacedSource
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>The name under which its place is kept; what it tells is told of the source.</summary>
    public string Id => source.Id + " (deleted)";

    public TimeSpan Every => source is IPacedSource paced ? paced.Every : Pause;

    public async IAsyncEnumerable<SourcePage> ReadAsync(SourceCursor from, [EnumeratorCancellation] CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var place = Open(from, now);
        if (place.Ended && now < place.Began + options.SweepEvery)
        {
            yield break;
        }

        place = place.Ended ? SweepPlace.Begin(now) : place;
        var (asked, after, ended) = await NextAsync(place, now, cancel).ConfigureAwait(false);
        var gone = asked.Count == 0 ? [] : await source.FindGoneAsync(asked, cancel).ConfigureAwait(false);
        var doubted = gone.Except(place.Doubted, StringComparer.Ordinal).ToArray();
        yield return new SourcePage(
            [.. gone.Intersect(place.Doubted, StringComparer.Ordinal).Select(item => new SourceEvent.Deleted(item, now))],
            Close(place with { After = after, Doubted = doubted, Ended = ended && doubted.Length == 0 }));
    }

    private static SweepPlace Open(SourceCursor from, DateTimeOffset now) =>
        from == SourceCursor.Start ? SweepPlace.Begin(now) : JsonSerializer.Deserialize(from.Value, ListeningJson.Default.SweepPlace)!;

    private static SourceCursor Close(SweepPlace place) => new(JsonSerializer.Serialize(place, ListeningJson.Default.SweepPlace));

    /// <summary>Those in doubt first, then as many more of the source's as may be asked for.</summary>
    private async ValueTask<(List<string> Asked, long After, bool Ended)> NextAsync(SweepPlace place, DateTimeOffset now, CancellationToken cancel)
    {
        var (asked, after) = (new List<string>(place.Doubted), place.After);
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = Message.Kind, After = after }, cancel).ConfigureAwait(false))
        {
            if (asked.Count == source.MostAsked)
            {
                return (asked, after, Ended: false);
            }

            after = record.Position;
            if (Message.Open(record) is { DeletedAt: null } message && message.Source == source.Id && message.At > now - options.SweepBack)
            {
                asked.Add(message.ItemId);
            }
        }

        return (asked, after, Ended: true);
    }
}

/// <summary>How far a sweep has come.</summary>
/// <param name="Began">When it began; the next begins <see cref="ListeningOptions.SweepEvery"/> later.</param>
/// <param name="After">The place of the last message that was asked for.</param>
/// <param name="Doubted">The items that the last look did not find.</param>
/// <param name="Ended">Whether all were asked for.</param>
internal sealed record SweepPlace(DateTimeOffset Began, long After, IReadOnlyList<string> Doubted, bool Ended)
{
    public static SweepPlace Begin(DateTimeOffset now) => new(now, After: 0, [], Ended: false);
}
