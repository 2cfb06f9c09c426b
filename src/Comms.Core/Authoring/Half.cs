using Comms.Core.Channels;
using Comms.Core.Text;

namespace Comms.Core.Authoring;

/// <summary>The words of a post in one language, before they are fitted.</summary>
/// <param name="Language">As a BCP 47 tag.</param>
/// <param name="Words">The words.</param>
/// <param name="Warning">What stands before them; null for nothing.</param>
internal sealed record Half(string Language, string Words, string? Warning)
{
    /// <summary>The same on a channel: its warning is the first line where it cannot stand apart.</summary>
    public Half On(ChannelTraits traits) => traits.Warnings || Warning is null ? this : this with { Words = $"{Warning}\n\n{Words}", Warning = null };

    /// <summary>The limits that are left for the words of each part.</summary>
    public ChannelTraits Within(ChannelTraits traits) =>
        traits with { MaxLength = traits.MaxLength is { } most ? Math.Max(0, most - Before(traits)) : null };

    /// <summary>How long the warning is, which counts with the words.</summary>
    public int Before(ChannelTraits traits) => Warning is null ? 0 : TextLength.Count(Warning, traits.Unit);
}
