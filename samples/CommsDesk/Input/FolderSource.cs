using System.Runtime.CompilerServices;
using System.Text.Json;
using Comms.Core.Channels;

namespace CommsDesk.Input;

/// <summary>
/// A folder as a source: every file of rows in it, in the order of their names. The cursor says how far each was read, so that a file
/// that comes later, or grows, is taken up. A file that cannot be read is set aside by its name and holds up no other.
/// </summary>
internal sealed class FolderSource(string id, string path, ColumnMapping mapping, string zone, TimeProvider clock) : IMessageSource
{
    private static readonly string[] Endings = [".csv", ".jsonl", ".ndjson", ".xlsx", ".txt"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, (DateTime Written, DateTimeOffset Until)> _faulty = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileSource> _files = new(StringComparer.Ordinal);

    public string Id { get; } = id;

    public async IAsyncEnumerable<SourcePage> ReadAsync(SourceCursor from, [EnumeratorCancellation] CancellationToken cancel)
    {
        Dictionary<string, string> done = from == SourceCursor.Start ? [] : JsonSerializer.Deserialize(from.Value, DeskJson.Default.DictionaryStringString)!;
        foreach (var file in Files())
        {
            var name = Path.GetFileName(file);
            var start = done.TryGetValue(name, out var rows) ? new SourceCursor(rows) : SourceCursor.Start;
            await using var pages = Of(name, file).ReadAsync(start, cancel).GetAsyncEnumerator(cancel);
            while (await NextAsync(pages, file) is { } page)
            {
                done[name] = (page.Next == SourceCursor.Start ? start : page.Next).Value;
                yield return new SourcePage(page.Events, new SourceCursor(JsonSerializer.Serialize(done, DeskJson.Default.DictionaryStringString)));
            }
        }
    }

    /// <summary>What programs write beside a file while they do, and hide, is none.</summary>
    private IEnumerable<string> Files() => Directory.Exists(path)
        ? Directory.EnumerateFiles(path).Where(file => Endings.Contains(Path.GetExtension(file).ToLowerInvariant()) && Path.GetFileName(file)[0] is not ('.' or '~')).Order(StringComparer.Ordinal)
        : throw new ChannelException($"{path}: there is no such folder");

    private FileSource Of(string name, string file)
    {
        if (!_files.TryGetValue(name, out var source))
        {
            _files.Add(name, source = new FileSource(name, RowInput.From(file, format: null, columnNamed: false), textColumn: null, clock, mapping, zone));
        }

        return source;
    }

    /// <returns>Null at the end; a page of the fault alone where the file cannot be read as it is.</returns>
    private async ValueTask<SourcePage?> NextAsync(IAsyncEnumerator<SourcePage> pages, string file)
    {
        var written = File.GetLastWriteTimeUtc(file);
        if (_faulty.TryGetValue(file, out var then) && then.Written == written && clock.GetUtcNow() < then.Until)
        {
            return null;
        }

        try
        {
            return await pages.MoveNextAsync() ? pages.Current : null;
        }
        catch (Exception fault) when (fault is InputException or IOException or UnauthorizedAccessException)
        {
            // What stands in it stays wrong until it is written anew; another program may hold it for a while.
            _faulty[file] = (written, fault is InputException ? DateTimeOffset.MaxValue : clock.GetUtcNow() + Patience);
            return new SourcePage([new SourceEvent.Unreadable(file, fault.Message, "")], SourceCursor.Start);
        }
    }
}
