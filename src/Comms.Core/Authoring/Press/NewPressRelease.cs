using Comms.Core.Channels;

namespace Comms.Core.Authoring.Press;

/// <summary>A press release with an embargo: to the press at once, and to everyone when the embargo ends.</summary>
public sealed record NewPressRelease
{
    /// <summary>The release as it is written: its title in the first line, what is for editors after “ends” or under “notes to editors”.</summary>
    public required string Text { get; init; }

    /// <summary>The press lists, as accounts of e-mail; at least one.</summary>
    public required IReadOnlyList<string> Press { get; init; }

    /// <summary>Where it stands for everyone, as the site and the accounts of social media. Default: nowhere.</summary>
    public IReadOnlyList<string> Everyone { get; init; } = [];

    /// <summary>Other words for some of those accounts, by account id, as a personal version for a page (<see cref="Personal.PersonalVersion"/>). Default: none.</summary>
    public IReadOnlyDictionary<string, string> Variants { get; init; } = new Dictionary<string, string>();

    /// <summary>When the embargo ends.</summary>
    public required DateTimeOffset Embargo { get; init; }

    /// <summary>Pictures and files of both, already in the media store, each with its description. Default: none.</summary>
    public IReadOnlyList<MediaRef> Media { get; init; } = [];

    /// <summary>The language as a BCP 47 tag. Default: <c>en</c>, the one in which an embargo can be told.</summary>
    public string Language { get; init; } = "en";

    /// <summary>As of <see cref="NewDraft.Candour"/>; of both. Default: false.</summary>
    public bool Candour { get; init; }

    /// <summary>As of <see cref="NewDraft.Marks"/>; of both. Default: none.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>As of <see cref="NewDraft.Kit"/>; of both. Null for none.</summary>
    public string? Kit { get; init; }

    /// <summary>The host's own name for the release: the same key is the same release. Null for none.</summary>
    public string? Key { get; init; }
}
