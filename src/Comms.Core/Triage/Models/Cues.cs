using Comms.Core.Text;

namespace Comms.Core.Triage.Models;

/// <summary>Which words do something to the feeling words near them; after VADER's lists (Hutto and Gilbert 2014, MIT).</summary>
internal static class Cues
{
    private static readonly ulong No = TokenBytes.HashOf("no"u8);

    private static readonly HashSet<ulong> Turning = TokenBytes.HashesOf(
        "aint ain't arent aren't cannot cant can't couldnt couldn't darent daren't didnt didn't doesnt doesn't dont don't "
        + "hadnt hadn't hasnt hasn't havent haven't isnt isn't mightnt mightn't mustnt mustn't neither neednt needn't never "
        + "none nope nor not nothing nowhere oughtnt oughtn't shant shan't shouldnt shouldn't wasnt wasn't werent weren't "
        + "without wont won't wouldnt wouldn't rarely seldom despite");

    /// <summary>What a word does, whatever its letters.</summary>
    public static Cue Of(ulong token) =>
        (Turning.Contains(token) ? Cue.Turns : Cue.None)
        | (Boosters.AddsTo(token) ? Cue.Boosts : Cue.None)
        | (Boosters.TakesFrom(token) ? Cue.Dampens : Cue.None)
        | (token == No ? Cue.Refuses : Cue.None);

    /// <summary>Whether a word is in capitals.</summary>
    public static Cue Loudness(ReadOnlySpan<char> word)
    {
        // Not ContainsAnyExceptInRange, which allocates until it has been compiled in full.
        foreach (var letter in word)
        {
            if (!char.IsAsciiLetterUpper(letter))
            {
                return Cue.None;
            }
        }

        return Cue.Loud;
    }
}
