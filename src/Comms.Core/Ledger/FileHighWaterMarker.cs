using System.Globalization;
using System.Text;

namespace Comms.Core.Ledger;

/// <summary>
/// A marker in a folder, one small file an account, on the disk before a post is sent. Thread-safe, and safe for several
/// processes of one machine.
/// </summary>
public sealed class FileHighWaterMarker : IHighWaterMarker
{
    private const int MostAttempts = 200;

    /// <summary>Both numbers with leading zeros, so that a mark is written over the last in one stroke.</summary>
    private const int MarkLength = 41;

    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(10);

    private readonly string _folder;
    private readonly TimeProvider _clock;

    /// <summary>A marker in a folder, which is made at the first mark.</summary>
    /// <param name="folder">Outside the ledger, and outside whatever is restored together with it.</param>
    /// <param name="clock">Waits for whoever else has the file in hand; null for the system's.</param>
    public FileHighWaterMarker(string folder, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _folder = Path.GetFullPath(folder);
        _clock = clock ?? TimeProvider.System;
    }

    /// <inheritdoc />
    public async ValueTask<HighWater> ReadAsync(string account, CancellationToken cancel)
    {
        var path = PathOf(account);
        return File.Exists(path) ? await UseAsync(path, static file => Read(file), cancel).ConfigureAwait(false) : default;
    }

    /// <inheritdoc />
    public async ValueTask MarkAsync(string account, HighWater mark, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mark.Epoch, nameof(mark));
        ArgumentOutOfRangeException.ThrowIfNegative(mark.Turn, nameof(mark));
        _ = await UseAsync(PathOf(account), file => Raise(file, account, mark), cancel).ConfigureAwait(false);
    }

    private string PathOf(string account)
    {
        ArgumentException.ThrowIfNullOrEmpty(account);
        return Path.Combine(_folder, $"{ContentId.Hex("marker", account)[..32]}.mark");
    }

    private static HighWater Raise(FileStream file, string account, HighWater mark)
    {
        var stands = Read(file);
        if (file.Length > 0 && !mark.IsAfter(stands))
        {
            return stands;
        }

        file.Position = 0;
        file.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{mark.Epoch:D20} {mark.Turn:D20} {account}\n")));
        file.Flush(flushToDisk: true);
        return mark;
    }

    private static HighWater Read(FileStream file)
    {
        Span<byte> mark = stackalloc byte[MarkLength];
        if (file.Length == 0)
        {
            // Made by a program that was killed before it had marked anything, and so before it had sent anything.
            return default;
        }

        file.Position = 0;
        var length = file.ReadAtLeast(mark, MarkLength, throwOnEndOfStream: false);
        return length == MarkLength && Number(mark[..20]) is { } epoch && Number(mark[21..]) is { } turn
            ? new HighWater(epoch, turn)
            : throw new LedgerException(
                LedgerFault.Damaged,
                $"The marker {file.Name} is damaged. Where the ledger is known to be the latest, remove it; else say that the ledger was restored, and then remove it.");
    }

    private static long? Number(ReadOnlySpan<byte> digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Opens a file for nobody else, and waits for whoever has it in hand.</summary>
    private async ValueTask<HighWater> UseAsync(string path, Func<FileStream, HighWater> use, CancellationToken cancel)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    Directory.CreateDirectory(_folder);
                    using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
                    return use(file);
                }
                catch (IOException) when (attempt < MostAttempts && File.Exists(path))
                {
                    await Task.Delay(Wait, _clock, cancel).ConfigureAwait(false);
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LedgerException(
                LedgerFault.Unavailable, $"The marker {path} cannot be used, and nothing is sent without it: {fault.Message}", fault);
        }
    }
}
