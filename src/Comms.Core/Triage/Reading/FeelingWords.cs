using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Reading;

/// <summary>What the lexicons say of a word as it is written; a word that may be meant feels nothing.</summary>
internal static class FeelingWords
{
    public static void Add(in BlockToken token, TokenTable tokens, ReadOnlySpan<char> text, ref FeelingSum feeling)
    {
        if (token.Entry < 0 || (tokens[token.Entry].Valence.IsEmpty && tokens[token.Entry].Cue == Cue.None))
        {
            feeling.Pass(Cue.None);
            return;
        }

        ref readonly var entry = ref tokens[token.Entry];
        var cue = entry.Cue | Cues.Loudness(text[token.Start..token.End]);
        if ((cue & Cue.Refuses) != 0 && token.End < text.Length && !char.IsWhiteSpace(text[token.End]))
        {
            // "No, thank you" answers, and refuses nothing that follows.
            feeling.Pass(Cue.None);
        }
        else if (!entry.Valence.IsEmpty)
        {
            feeling.Add(entry.Valence.Feeling, cue);
        }
        else
        {
            feeling.Pass(cue);
        }
    }
}
