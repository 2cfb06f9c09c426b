using System.Runtime.CompilerServices;

namespace Comms.Core.Channels;

/// <summary>A source that gives what it was handed, in pages of 500. Thread-safe.</summary>
/// <param name="id">The source's name in the configuration.</param>
public sealed class InMemorySource(string id) : IMessageSource
{
    private const int PageSize = 500;
    private readonly List<SourceEvent> _events = [];
    private readonly Lock _gate = new();

    /// <inheritdoc />
    public string Id { get; } = id;

    /// <summary>Adds an event, which the next reading gives.</summary>
    public void Add(SourceEvent added)
    {
        ArgumentNullException.ThrowIfNull(added);
        lock (_gate)
        {
            _events.Add(added);
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<SourcePage> ReadAsync(SourceCursor from, [EnumeratorCancellation] CancellationToken cancel)
    {
        var start = from == SourceCursor.Start ? 0 : int.Parse(from.Value, System.Globalization.CultureInfo.InvariantCulture);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var page = Page(start);
            if (page.Count == 0)
            {
                yield break;
            }

            start += page.Count;
            yield return new SourcePage(page, new SourceCursor(start.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            await Task.Yield();
        }
    }

    private List<SourceEvent> Page(int start)
    {
        lock (_gate)
        {
            return _events.GetRange(start, Math.Min(PageSize, _events.Count - start));
        }
    }
}
