using Comms.Core.Channels;
using Comms.Core.Text;

namespace Comms.Core.Authoring;

/// <summary>Words that stand before every text, part by part, before anyone approves it: what an exercise says on every post.</summary>
/// <param name="Words">With the space after them.</param>
internal sealed record TextMark(string Words)
{
    /// <summary>The same limits with room for the mark.</summary>
    public ChannelTraits Within(ChannelTraits traits) => traits with
    {
        MaxLength = traits.MaxLength - TextLength.Count(Words, traits.Unit),
        MaxBytes = traits.MaxBytes - TextLength.Count(Words, LengthUnit.Utf8),
    };
}
