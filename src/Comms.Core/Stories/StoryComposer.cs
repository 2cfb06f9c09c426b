using Comms.Core.Documents;

namespace Comms.Core.Stories;

/// <summary>Makes stories. Pure: the same document gives the same story. Safe for concurrent use.</summary>
public static class StoryComposer
{
    /// <summary>Makes a story of a document: its message, quote, embed, image and link blocks are cards, all others notes.</summary>
    /// <param name="told">What the story tells.</param>
    /// <returns>The story, with the hash of each card.</returns>
    public static Story Compose(Document told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return new Story(told);
    }
}
