using System.Security.Cryptography;
using Comms.Core.Ledger;

namespace Comms.Core.Sqlite.Media;

/// <summary>
/// A copy of a stream on the disk while its name is worked out: content is named by its hash, which is known only at its
/// end, and the writer must not wait for a slow network. Gone when disposed of, and with the process.
/// </summary>
internal sealed class SpooledMedia : IDisposable
{
    private const int CopyLength = 1 << 16;

    private readonly FileStream _file;
    private readonly string _folder;

    public SpooledMedia(string folder)
    {
        _folder = folder;
        _file = Guarded(() => new FileStream(
            Path.Combine(folder, Path.GetRandomFileName()),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.Delete,
                BufferSize = CopyLength,
                Options = FileOptions.DeleteOnClose,
            }));
        if (!OperatingSystem.IsWindows())
        {
            // Windows deletes it when the process is killed; elsewhere it has no name from the start.
            File.Delete(_file.Name);
        }
    }

    public async ValueTask<StoredMedia> FillAsync(Stream content, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[CopyLength];
        for (int read; (read = await content.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            // Only faults of the copy are the store's; those of the caller's own stream go up as they are.
            Guarded(() => Append(buffer, read));
        }

        return new StoredMedia(Convert.ToHexStringLower(hash.GetHashAndReset()), Guarded(() => _file.Length));
    }

    /// <summary>The copy from its beginning; each part is valid until the next.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Parts(int length)
    {
        var buffer = new byte[length];
        Guarded(() => _file.Seek(0, SeekOrigin.Begin));
        for (int read; (read = Guarded(() => _file.ReadAtLeast(buffer, length, throwOnEndOfStream: false))) > 0;)
        {
            yield return buffer.AsMemory(0, read);
        }
    }

    public void Dispose() => _file.Dispose();

    private long Append(byte[] buffer, int length)
    {
        _file.Write(buffer, 0, length);
        return length;
    }

    private T Guarded<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LedgerException(
                LedgerFault.Unavailable,
                $"The folder {_folder} of the ledger cannot hold a copy of the media ({fault.Message}). Nothing was stored; free some space or allow this program to write there.",
                fault);
        }
    }
}
