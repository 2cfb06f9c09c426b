namespace Comms.Core.Ledger.Stores;

/// <summary>Reads what a store keeps in parts, one part at a time; holds no connection between reads. Compiled into each store.</summary>
internal abstract class PartedStream(long length) : Stream
{
    /// <summary>The bytes of every part but the last.</summary>
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
        if (IsAtEnd(buffer.Length))
        {
            return 0;
        }

        if (Part != _partNumber)
        {
            Keep(Part, ReadPart(Part));
        }

        return Copy(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (IsAtEnd(buffer.Length))
        {
            return 0;
        }

        if (Part != _partNumber)
        {
            Keep(Part, await ReadPartAsync(Part, cancellationToken).ConfigureAwait(false));
        }

        return Copy(buffer.Span);
    }

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

    /// <summary>The stored bytes of a part; empty when they are gone.</summary>
    protected abstract byte[] ReadPart(long part);

    protected virtual ValueTask<byte[]> ReadPartAsync(long part, CancellationToken cancel) => ValueTask.FromResult(ReadPart(part));

    /// <summary>What the store throws when a part is not what was stored.</summary>
    protected abstract LedgerException Damaged(string what);

    private long Part => _position / PartLength;

    private bool IsAtEnd(int wanted) => _position >= length || wanted == 0;

    private void Keep(long part, byte[] bytes)
    {
        _part = bytes.Length == Math.Min(PartLength, length - (part * PartLength))
            ? bytes
            : throw Damaged(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"part {part} of the media"));
        _partNumber = part;
    }

    private int Copy(Span<byte> buffer)
    {
        var offset = (int)(_position % PartLength);
        var read = Math.Min(buffer.Length, _part.Length - offset);
        _part.AsSpan(offset, read).CopyTo(buffer);
        _position += read;
        return read;
    }
}
