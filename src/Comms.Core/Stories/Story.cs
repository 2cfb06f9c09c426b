using Comms.Core.Documents;
using Comms.Core.Documents.Rendering;

namespace Comms.Core.Stories;

/// <summary>
/// Cards from many platforms with notes between, each card kept with its words, author, time, address, licence and a hash,
/// so that the story outlives the platforms. Immutable and safe for concurrent use.
/// </summary>
public sealed class Story
{
    private readonly Document _told;

    internal Story(Document told)
    {
        _told = told with { Blocks = [.. told.Blocks] };
        Parts = [.. _told.Blocks.Select(block => new StoryPart(block))];
        Id = FeedItem.Named(_told);
    }

    /// <summary>A name made from all that the story says: the same story has the same.</summary>
    public string Id { get; }

    /// <summary>The title.</summary>
    public string Title => _told.Title;

    /// <summary>Cards and notes, in order.</summary>
    public IReadOnlyList<StoryPart> Parts { get; }

    /// <summary>The story as it was told, with nothing added.</summary>
    public Document Told => _told;

    /// <summary>The story as a page, ready for any renderer: what was told, then where each card came from.</summary>
    public Document ToDocument() => StorySources.Of(this) is { } sources
        ? _told with { Blocks = [.. _told.Blocks, new Heading(StorySources.Title), sources] }
        : _told;
}
