using Comms.Core.Channels;

namespace CommsDesk.Output;

/// <summary>Keeps what was set aside: in a file when one is named, else by name on stderr.</summary>
internal sealed class Rejects(string? path) : IAsyncDisposable
{
    private readonly JsonLines? _lines = path is null
        ? null
        : new JsonLines(path);

    public long Count { get; private set; }

    public async ValueTask AddAsync(SourceEvent.Unreadable bad, CancellationToken cancel)
    {
        Count++;
        if (_lines is null)
        {
            await Console.Error.WriteLineAsync($"comms: {bad.Where}: {bad.Reason}");
            return;
        }

        _lines.Writer.WriteStartObject();
        _lines.Writer.WriteString("where", bad.Where);
        _lines.Writer.WriteString("reason", bad.Reason);
        _lines.Writer.WriteString("raw", bad.Raw);
        _lines.Writer.WriteEndObject();
        await _lines.EndAsync(cancel);
    }

    public ValueTask DisposeAsync() => _lines?.DisposeAsync() ?? ValueTask.CompletedTask;
}
