using Comms.Core.Sqlite.Reading;

namespace Comms.Core.Sqlite.Media;

/// <summary>Reads stored media part by part; holds no connection between reads.</summary>
internal sealed class MediaStream(Readers readers, string sha256, long number, long length) : Stream
{
    public const int PartLength = 1 << 18;

    private byte[] _part = [];
    private long _partNumber = -1;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position >= length || buffer.IsEmpty)
        {
            return 0;
        }

        var (part, offset) = Math.DivRem(_position, PartLength);
        Load(part);
        var read = Math.Min(buffer.Length, _part.Length - (int)offset);
        _part.AsSpan((int)offset, read).CopyTo(buffer);
        _position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<int>(cancellationToken)
            : ValueTask.FromResult(Read(buffer.Span));

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        _ => length,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Load(long part)
    {
        if (_partNumber == part)
        {
            return;
        }

        _part = readers.Read(database => ReadPart(database, part));
        _partNumber = part;
    }

    private byte[] ReadPart(Database database, long part)
    {
        using var row = database.Use("SELECT content FROM media_part WHERE media = ?1 AND part = ?2").Bind(number).Bind(part);
        var bytes = row.Step() ? row.Bytes(0) : [];
        return bytes.Length == Math.Min(PartLength, length - (part * PartLength))
            ? bytes
            : throw SqliteFault.Damaged($"part {part} of the media {sha256} is not what was stored", database.File);
    }
}
