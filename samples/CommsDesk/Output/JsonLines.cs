using System.Buffers;
using System.Text.Json;

namespace CommsDesk.Output;

/// <summary>Writes one JSON object a line to a file or a pipe, in constant memory.</summary>
internal sealed class JsonLines : IAsyncDisposable
{
    private const int FlushAt = 1 << 16;
    private readonly ArrayBufferWriter<byte> _lines = new(FlushAt);
    private readonly Stream _stream;

    public JsonLines(string path)
        : this(File.Create(path))
    {
    }

    public JsonLines(Stream stream)
    {
        _stream = stream;
        Writer = new Utf8JsonWriter(_lines, ReadableJson.Options);
    }

    public Utf8JsonWriter Writer { get; }

    /// <summary>Ends the line.</summary>
    public async ValueTask EndAsync(CancellationToken cancel)
    {
        await Writer.FlushAsync(cancel);
        Writer.Reset(_lines);
        _lines.Write("\n"u8);
        if (_lines.WrittenCount >= FlushAt)
        {
            await WriteAsync(cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await WriteAsync(CancellationToken.None);
        await Writer.DisposeAsync();
        await _stream.DisposeAsync();
    }

    private async ValueTask WriteAsync(CancellationToken cancel)
    {
        await _stream.WriteAsync(_lines.WrittenMemory, cancel);
        _lines.ResetWrittenCount();
    }
}
