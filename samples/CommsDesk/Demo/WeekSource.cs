using System.Globalization;
using System.Runtime.CompilerServices;
using Comms.Core.Channels;

namespace CommsDesk.Demo;

/// <summary>One source of the seed week: it gives its messages as the week's clock passes them.</summary>
internal sealed class WeekSource(string id, IReadOnlyList<SourceItem> items, TimeProvider clock) : IMessageSource
{
    public string Id { get; } = id;

    public async IAsyncEnumerable<SourcePage> ReadAsync(SourceCursor from, [EnumeratorCancellation] CancellationToken cancel)
    {
        var start = from == SourceCursor.Start ? 0 : int.Parse(from.Value, CultureInfo.InvariantCulture);
        var now = clock.GetUtcNow();
        var page = items.Skip(start).TakeWhile(item => item.At <= now).Select(SourceEvent (item) => new SourceEvent.Posted(item)).ToList();
        cancel.ThrowIfCancellationRequested();
        if (page.Count > 0)
        {
            yield return new SourcePage(page, new SourceCursor((start + page.Count).ToString(CultureInfo.InvariantCulture)));
        }

        await Task.CompletedTask;
    }
}
