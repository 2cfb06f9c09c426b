using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace CommsDesk.Input;

/// <summary>
/// Reads UTF-8 lines in constant memory, with or without a byte-order mark, from a file or a pipe. A line that is not
/// UTF-8 or is longer than <see cref="MaxBytes"/> is named and cut; the lines after it go on.
/// </summary>
internal static class LineReader
{
    public const int MaxBytes = 1 << 20;
    private const int RawShown = 2000;

    public static async IAsyncEnumerable<Line> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        var chunk = new byte[1 << 16];
        var line = new ArrayBufferWriter<byte>();
        long dropped = 0;
        long number = 0;
        var first = true;
        int read;
        while ((read = await stream.ReadAsync(chunk, cancel)) > 0)
        {
            var rest = chunk.AsMemory(0, read);
            if (first)
            {
                rest = await SkipMarkAsync(stream, chunk, rest, cancel);
                first = false;
            }

            int end;
            while ((end = rest.Span.IndexOf((byte)'\n')) >= 0)
            {
                dropped += Append(line, rest.Span[..end]);
                yield return Take(line, ++number, ref dropped);
                rest = rest[(end + 1)..];
            }

            dropped += Append(line, rest.Span);
        }

        if (line.WrittenCount > 0 || dropped > 0)
        {
            yield return Take(line, number + 1, ref dropped);
        }
    }

    /// <summary>A pipe may deliver the mark's three bytes one by one.</summary>
    private static async ValueTask<Memory<byte>> SkipMarkAsync(Stream stream, byte[] chunk, Memory<byte> start, CancellationToken cancel)
    {
        var length = start.Length;
        while (length is > 0 and < 3 && chunk[0] == 0xEF)
        {
            var more = await stream.ReadAsync(chunk.AsMemory(length), cancel);
            if (more == 0)
            {
                break;
            }

            length += more;
        }

        var all = chunk.AsMemory(0, length);
        return all.Span.StartsWith("\uFEFF"u8) ? all[3..] : all;
    }

    private static int Append(ArrayBufferWriter<byte> line, ReadOnlySpan<byte> bytes)
    {
        var room = Math.Min(bytes.Length, MaxBytes - line.WrittenCount);
        line.Write(bytes[..room]);
        return bytes.Length - room;
    }

    private static Line Take(ArrayBufferWriter<byte> line, long number, ref long dropped)
    {
        var bytes = line.WrittenSpan;
        bytes = bytes.EndsWith("\r"u8) ? bytes[..^1] : bytes;
        var fault = dropped > 0 ? $"longer than {MaxBytes} bytes" : Utf8.IsValid(bytes) ? null : "not UTF-8";
        var text = Encoding.UTF8.GetString(fault is null ? bytes : bytes[..Math.Min(bytes.Length, RawShown)]);
        dropped = 0;
        line.ResetWrittenCount();
        return new Line(number, text, fault);
    }
}
