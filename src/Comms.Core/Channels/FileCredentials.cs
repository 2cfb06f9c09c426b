using System.Text;

namespace Comms.Core.Channels;

/// <summary>
/// Finds secrets that are named <c>file:NAME</c> in a folder, a file each, and keeps those that are renewed there; what is named
/// otherwise is asked for elsewhere. A new secret takes the old one's place in one step, readable by its owner alone. Thread-safe,
/// also between processes of one machine.
/// </summary>
public sealed class FileCredentials : ICredentialStore
{
    private const string Prefix = "file:";
    private const int MostTries = 1200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string _folder;
    private readonly ICredentialSource _otherwise;
    private readonly TimeProvider _clock;

    /// <summary>Secrets in a folder.</summary>
    /// <param name="folder">Where relative names begin.</param>
    /// <param name="otherwise">Where secrets of other names are; null for the environment.</param>
    /// <param name="clock">For the short wait while another process writes; null for the system's.</param>
    public FileCredentials(string folder, ICredentialSource? otherwise = null, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        (_folder, _otherwise, _clock) = (folder, otherwise ?? new EnvironmentCredentials(), clock ?? TimeProvider.System);
    }

    /// <inheritdoc />
    /// <exception cref="ChannelException">The file is there and cannot be read.</exception>
    public async ValueTask<string?> FindAsync(string reference, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (PathOf(reference) is not { } path)
        {
            return await _otherwise.FindAsync(reference, cancel).ConfigureAwait(false);
        }

        try
        {
            return (await File.ReadAllTextAsync(path, cancel).ConfigureAwait(false)).Trim() is { Length: > 0 } secret ? secret : null;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ChannelException($"{reference} cannot be read: {fault.Message}", fault);
        }
    }

    /// <inheritdoc />
    /// <remarks>Other processes of this machine wait for up to a minute. Of what is named otherwise, a source that keeps nothing renews nothing.</remarks>
    public async ValueTask<string?> RenewAsync(string reference, string known, Func<ValueTask<string?>> renew, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(renew);
        if (PathOf(reference) is not { } path)
        {
            return _otherwise is ICredentialStore store ? await store.RenewAsync(reference, known, renew, cancel).ConfigureAwait(false) : null;
        }

        try
        {
            var alone = await LockAsync(path + ".lock", cancel).ConfigureAwait(false);
            await using (alone.ConfigureAwait(false))
            {
                var stands = await FindAsync(reference, cancel).ConfigureAwait(false);
                if (stands != known.Trim())
                {
                    return stands;
                }

                var fresh = await renew().ConfigureAwait(false);
                if (fresh is not null)
                {
                    await WriteAsync(path, fresh).ConfigureAwait(false);
                }

                return fresh;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ChannelException($"{reference} cannot be kept: {fault.Message}", fault);
        }
    }

    private string? PathOf(string reference) =>
        reference.StartsWith(Prefix, StringComparison.Ordinal) ? Path.Combine(_folder, reference[Prefix.Length..]) : null;

    /// <summary>The lock's file stays: one that was removed could be held twice.</summary>
    private async ValueTask<FileStream> LockAsync(string path, CancellationToken cancel)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tried < MostTries && File.Exists(path))
            {
                await Task.Delay(Pause, _clock, cancel).ConfigureAwait(false);
            }
        }
    }

    private static async ValueTask WriteAsync(string path, string secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.WriteThrough };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path + ".new", options);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(secret), CancellationToken.None).ConfigureAwait(false);
        }

        File.Move(path + ".new", path, overwrite: true);
    }
}
