using System.Numerics;
using Comms.Core.Documents.Rendering;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>
/// What a briefing asks of a voice, asked once. It is worth one more than its need, and that much again for each doubling
/// of those who say it.
/// </summary>
internal sealed class JudgedVoice
{
    public JudgedVoice(BriefingPage page, Voice voice)
    {
        Voice = voice;
        Why = page.Days.MustKnow(voice);
        Need = voice.Others.Count == 0 ? voice.First.Findings.Priority : voice.Messages.Max(message => message.Findings.Priority);
        Worth = (1 + Need) * (1d + BitOperations.Log2((uint)voice.Count));
        Words = PlainTextRenderer.Words(page.Draw(voice, Why).Card);
        Subjects = page.Days.Subjects(voice.First);
    }

    public Voice Voice { get; }

    /// <summary>Why it must be known; null when it need not.</summary>
    public MustKnow? Why { get; }

    /// <summary>The greatest need of those who say it.</summary>
    public int Need { get; }

    public double Worth { get; }

    /// <summary>How many words its card takes.</summary>
    public int Words { get; }

    public IReadOnlyList<string> Subjects { get; }

    public string Author => Voice.First.Author?.Handle ?? Voice.First.MessageId;
}
