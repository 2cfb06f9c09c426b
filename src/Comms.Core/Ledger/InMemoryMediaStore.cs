using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Comms.Core.Ledger;

/// <summary>Media that live as long as their process. Safe for concurrent use.</summary>
public sealed class InMemoryMediaStore : IMediaStore
{
    private readonly ConcurrentDictionary<string, byte[]> _content = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<StoredMedia> PutAsync(Stream content, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancel).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        var bytes = copy.ToArray();
        var name = Convert.ToHexStringLower(SHA256.HashData(bytes));
        _content.TryAdd(name, bytes);
        return new StoredMedia(name, bytes.Length);
    }

    /// <inheritdoc/>
    public ValueTask<Stream?> OpenAsync(string sha256, CancellationToken cancel)
    {
        StoredMedia.CheckName(sha256);
        if (cancel.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<Stream?>(cancel);
        }

        return ValueTask.FromResult<Stream?>(
            _content.TryGetValue(sha256, out var bytes) ? new MemoryStream(bytes, writable: false) : null);
    }
}
