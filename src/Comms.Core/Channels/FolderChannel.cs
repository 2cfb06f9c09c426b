using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Comms.Core.Documents;

namespace Comms.Core.Channels;

/// <summary>
/// Posts into a folder, one file a post, with its page beside it where it is laid out as one: for a notice board's printer, an intranet that reads files, or a first look at
/// the engine. A file appears whole or not at all, and under a name made of its key, so that it cannot appear twice.
/// Thread-safe, and safe for several processes on one folder.
/// </summary>
public sealed class FolderChannel : IDocuments, IReadBack, IReplies
{
    private static long _writes;

    private readonly string _folder;
    private readonly ChannelTraits _traits;

    /// <summary>A channel into a folder.</summary>
    /// <param name="id">The account's name in the configuration.</param>
    /// <param name="options">Where, and with which limits.</param>
    public FolderChannel(string id, FolderChannelOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(options);
        _folder = Path.GetFullPath(options.Path);
        _traits = options.Traits();
        Account = new ChannelAccount { Id = id, Channel = "folder", Address = options.Path };
    }

    /// <inheritdoc />
    public ChannelAccount Account { get; }

    /// <inheritdoc />
    public bool NamesWhoIsAnswered => false;

    /// <inheritdoc />
    public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => ValueTask.FromResult(_traits);

    /// <summary>Copies the pictures and the page, which nothing points to yet, and freezes the file's bytes.</summary>
    /// <inheritdoc />
    public async ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rendition);
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            Directory.CreateDirectory(_folder);
            var media = new List<FolderMedia>(rendition.Media.Count);
            foreach (var reference in rendition.Media)
            {
                media.Add(await CopyAsync(reference, context, cancel).ConfigureAwait(false));
            }

            var page = rendition.Document is { } document ? await WritePageAsync(document, cancel).ConfigureAwait(false) : null;
            return new PreparedPost { Bytes = Freeze(rendition, context, media, page), Checkpoint = FileName(context) };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ChannelException($"{Account.Id}: the folder cannot be written: {fault.Message}", fault);
        }
    }

    /// <inheritdoc />
    public async ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(context);
        var name = FileName(context);
        var path = Path.Combine(_folder, name);
        var temporary = Path.Combine(_folder, Temporary(name));
        cancel.ThrowIfCancellationRequested();
        try
        {
            await WriteAsync(temporary, post.Bytes, cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new SendOutcome.NotSent(fault.Message);
        }

        try
        {
            File.Move(temporary, path, overwrite: false);
            return new SendOutcome.Accepted(new Receipt(name, path));
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }

        var standing = await File.ReadAllBytesAsync(path, cancel).ConfigureAwait(false);
        return standing.AsSpan().SequenceEqual(post.Bytes.Span)
            ? new SendOutcome.Accepted(new Receipt(name, path))
            : new SendOutcome.Rejected($"another post stands under the name {name}");
    }

    /// <inheritdoc />
    public ValueTask<ReadBack> FindAsync(Attempt attempt, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        if (!Directory.Exists(_folder))
        {
            return ValueTask.FromResult<ReadBack>(new ReadBack.Unknown("the folder is not there"));
        }

        var path = Directory.EnumerateFiles(_folder, $"*-{attempt.Key}.json").FirstOrDefault();
        return ValueTask.FromResult<ReadBack>(path is null
            ? new ReadBack.Absent()
            : new ReadBack.Found(new Receipt(Path.GetFileName(path), path)));
    }

    /// <summary>No two writers share a name, whatever they write: each file is moved to its place whole.</summary>
    private static string Temporary(string name) =>
        string.Create(CultureInfo.InvariantCulture, $".{name}.{Environment.ProcessId}-{Interlocked.Increment(ref _writes)}.tmp");

    private static string FileName(SendContext context) =>
        string.Create(CultureInfo.InvariantCulture, $"{context.CreatedAt.UtcDateTime:yyyyMMdd'T'HHmm'Z'}-{context.Key}.json");

    private static byte[] Freeze(Rendition rendition, SendContext context, IReadOnlyList<FolderMedia> media, string? page) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new FolderPost(
                1,
                context.Key.Value,
                rendition.Account,
                context.CreatedAt,
                rendition.Part,
                rendition.Parts,
                [.. context.Parents.Select(parent => parent.Id)],
                rendition.Language,
                rendition.Text,
                rendition.Facets,
                media,
                rendition.InReplyTo,
                page),
            ReadableJson.Context.FolderPost);

    private async ValueTask<FolderMedia> CopyAsync(MediaRef reference, SendContext context, CancellationToken cancel)
    {
        var name = $"media/{reference.Sha256[..16]}{Extension(reference.Type)}";
        if (!File.Exists(Path.Combine(_folder, name)))
        {
            var source = await context.Media.OpenAsync(reference.Sha256, cancel).ConfigureAwait(false)
                ?? throw new ChannelException($"{Account.Id}: the media store has no {reference.Sha256}");
            await using (source.ConfigureAwait(false))
            {
                using var content = new MemoryStream();
                await source.CopyToAsync(content, cancel).ConfigureAwait(false);
                await PlaceAsync(name, content.GetBuffer().AsMemory(0, (int)content.Length), cancel).ConfigureAwait(false);
            }
        }

        return new FolderMedia(name, reference.Type, reference.Alt);
    }

    /// <returns>The page's place in the folder, which its own words name.</returns>
    private async ValueTask<string> WritePageAsync(Document page, CancellationToken cancel)
    {
        var bytes = DocumentRenderer.RenderUtf8(page, DocumentFormat.Html);
        var name = $"pages/{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}.html";
        if (!File.Exists(Path.Combine(_folder, name)))
        {
            await PlaceAsync(name, bytes, cancel).ConfigureAwait(false);
        }

        return name;
    }

    /// <summary>Writes a file that belongs to a post: whole or not at all.</summary>
    private async ValueTask PlaceAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = Path.Combine(_folder, Temporary(Path.GetFileName(name)));
        await WriteAsync(temporary, bytes, cancel).ConfigureAwait(false);
        File.Move(temporary, path, overwrite: true);
    }

    private static async ValueTask WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        const FileOptions Durable = FileOptions.Asynchronous | FileOptions.WriteThrough;
        var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, Durable);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(bytes, cancel).ConfigureAwait(false);
        }
    }

    private static string Extension(string type) => type switch
    {
        "image/png" => ".png",
        "image/jpeg" => ".jpg",
        "image/gif" => ".gif",
        "image/webp" => ".webp",
        "application/pdf" => ".pdf",
        _ => ".bin",
    };
}
