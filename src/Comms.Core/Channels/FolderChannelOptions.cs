using Comms.Core.Text;

namespace Comms.Core.Channels;

/// <summary>Where a folder channel writes, and the limits it is to keep.</summary>
public sealed record FolderChannelOptions
{
    /// <summary>The folder; made when it is not there. A relative path is taken from the current folder.</summary>
    public required string Path { get; init; }

    /// <summary>The longest text of one post in graphemes; null for no limit. A longer one becomes a thread. Default: null.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The most pictures or files of one post. Default: 4.</summary>
    public int MaxMedia { get; init; } = 4;

    internal ChannelTraits Traits() => new()
    {
        Version = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"folder/1/{MaxLength ?? 0}/{MaxMedia}"),
        Source = "this library",
        Checked = new DateOnly(2026, 11, 20),
        MaxLength = MaxLength,
        Unit = LengthUnit.Graphemes,
        MaxMedia = MaxMedia,
        Threads = true,
        Idempotency = IdempotencyClass.CreateOnly,
    };
}
