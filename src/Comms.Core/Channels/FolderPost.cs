namespace Comms.Core.Channels;

/// <summary>A post as its file tells it, version 1.</summary>
internal sealed record FolderPost(
    int Version,
    string Key,
    string Account,
    DateTimeOffset CreatedAt,
    int Part,
    int Parts,
    IReadOnlyList<string> Parents,
    string Language,
    string Text,
    IReadOnlyList<Facet> Facets,
    IReadOnlyList<FolderMedia> Media,
    string? InReplyTo = null,
    string? Page = null);

/// <summary>A picture or file of a post, beside it in the folder.</summary>
internal sealed record FolderMedia(string File, string Type, string Alt);
