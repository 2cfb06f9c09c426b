namespace Comms.Core.Testing.Ledgers;

/// <summary>A source that fails on the way, as a lost connection does.</summary>
internal sealed class BrokenStream(byte[] content, int failAfter) : MemoryStream(content)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Position >= failAfter
            ? throw new IOException("The source broke off.")
            : base.ReadAsync(buffer[..(int)Math.Min(buffer.Length, failAfter - Position)], cancellationToken);

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
        throw new IOException("The source broke off.");
}
