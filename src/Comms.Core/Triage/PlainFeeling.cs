using Comms.Core.Text;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Reading;

namespace Comms.Core.Triage;

/// <summary>
/// What a text says by its words with feeling alone, for texts unlike those that the model learnt from: the stranger its
/// words, the more the lexicons decide. What they know holds for any English.
/// </summary>
internal sealed class PlainFeeling(TriageModel model)
{
    /// <summary>Chosen, as the steepness, on the validation tweets of TweetEval; VADER alone has .05 (Hutto and Gilbert 2014).</summary>
    private const float Neutral = 0.15f;

    private const float Steepness = 2f;
    private const float Begins = 0.9f;
    private const float Whole = 1.1f;

    private readonly bool _knowsSocialMedia = model.Tokens.Any(token => token.Kind is TokenKind.Handle or TokenKind.Link);

    /// <summary>
    /// Unknown words over the root of all words, as chance would scatter them: one unknown word of two says little, ten
    /// of forty much.
    /// </summary>
    public static float Strangeness(int unknown, int words) => unknown / MathF.Sqrt(words + 2);

    public void Mix(ScanState scan, Span<float> shares)
    {
        var weight = Weight(scan);
        if (weight <= 0)
        {
            return;
        }

        var feeling = scan.Feeling.Compound(scan.Exclamations, scan.Questions, scan.AllLoud);
        Span<float> plain = [-feeling * Steepness, Neutral * Steepness, feeling * Steepness];
        Softmax.Apply(plain);
        for (var i = 0; i < plain.Length; i++)
        {
            shares[i] = (weight * plain[i]) + ((1 - weight) * shares[i]);
        }
    }

    /// <summary>
    /// From 0 on familiar ground to 1 beyond its edge. Handles, links and hashtags are of another medium altogether when
    /// the model never met any; a model that learnt from social media met all sorts and is at home everywhere.
    /// </summary>
    private float Weight(ScanState scan)
    {
        if (_knowsSocialMedia)
        {
            return 0;
        }

        if (scan.Strange > 0 || scan.Tagged)
        {
            return 1;
        }

        var strangeness = Strangeness(scan.Words - scan.Known, scan.Words) / model.Familiar;
        return Math.Clamp((strangeness - Begins) / (Whole - Begins), 0, 1);
    }
}
