namespace Comms.Core.Stories;

/// <summary>What came of reading an exported story.</summary>
public abstract record StoryReading
{
    private StoryReading()
    {
    }

    /// <summary>It was read, and each card is as it was when it was exported.</summary>
    /// <param name="Story">The story.</param>
    public sealed record Read(Story Story) : StoryReading;

    /// <summary>It is not an exported story.</summary>
    /// <param name="Reason">What is wrong and where, in words.</param>
    public sealed record Unreadable(string Reason) : StoryReading;
}
