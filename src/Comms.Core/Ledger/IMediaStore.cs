namespace Comms.Core.Ledger;

/// <summary>
/// Pictures, sound and documents by their content. The same bytes are stored once. Safe for concurrent use.
/// A fault of the store throws <see cref="LedgerException"/>.
/// </summary>
public interface IMediaStore
{
    /// <summary>Stores what the stream still holds.</summary>
    /// <param name="content">Read to its end, not closed.</param>
    /// <param name="cancel">Stops the copy; nothing is stored then.</param>
    /// <returns>The name and length under which it can be opened.</returns>
    ValueTask<StoredMedia> PutAsync(Stream content, CancellationToken cancel);

    /// <summary>Opens stored bytes for reading; null when there are none of that name.</summary>
    /// <param name="sha256">64 lower-case hexadecimal digits.</param>
    /// <param name="cancel">Stops the look-up.</param>
    /// <returns>A stream that can seek and knows its length; the caller disposes of it.</returns>
    /// <exception cref="ArgumentException">The name is not 64 lower-case hexadecimal digits.</exception>
    ValueTask<Stream?> OpenAsync(string sha256, CancellationToken cancel);
}

/// <summary>The name and length of stored bytes.</summary>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="Length">In bytes.</param>
public readonly record struct StoredMedia(string Sha256, long Length)
{
    /// <summary>Refuses a name that no content can have. Implementations of <see cref="IMediaStore"/> call it first.</summary>
    /// <param name="sha256">What should be 64 lower-case hexadecimal digits.</param>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void CheckName(string sha256)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException("Content is named by 64 lower-case hexadecimal digits.", nameof(sha256));
        }
    }
}
