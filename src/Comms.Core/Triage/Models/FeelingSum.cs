namespace Comms.Core.Triage.Models;

/// <summary>
/// How the feeling words of a text add up, one pass, without memory: the rules of VADER (Hutto and Gilbert 2014, as its
/// version 3.3.2 has them): what stands up to three words before a word raises, lowers or turns it; loud words weigh more;
/// what follows a "but" counts for more than what went before.
/// </summary>
internal struct FeelingSum
{
    private const float Turned = -0.74f;
    private const float Step = 0.293f;
    private const float Loud = 0.733f;
    private const float PerExclamation = 0.292f;
    private const float PerQuestion = 0.18f;
    private const float ManyQuestions = 0.96f;
    private const float BeforeBut = 0.5f;
    private const float AfterBut = 1.5f;
    private const int Reach = 3;
    private const int MostExclamations = 4;
    private const int MostQuestions = 3;

    private float _sum;
    private float _loud;
    private float _refusal;
    private bool _contrasted;
    private uint _before;

    /// <summary>What stands before the word that comes, nearest in the lowest byte.</summary>
    private readonly Cue this[int distance] => (Cue)(byte)(_before >> (8 * (distance - 1)));

    /// <summary>Goes past a word without feeling.</summary>
    public void Pass(Cue cue) => _before = (_before << 8) | (byte)cue;

    /// <summary>Adds a word with feeling.</summary>
    /// <param name="value">Its feeling, from -4 to 4.</param>
    /// <param name="cue">What it does to those that come.</param>
    public void Add(float value, Cue cue)
    {
        if ((this[1] & Cue.Refuses) != 0)
        {
            _sum -= _refusal;
        }

        float loud = (cue & Cue.Loud) != 0 ? Math.Sign(value) * Loud : 0;
        var turn = ((this[1] | this[2]) & Cue.Refuses) != 0 ? Turned : 1;
        (value, loud) = (value * turn, loud * turn);
        for (var distance = 1; distance <= Reach; distance++)
        {
            Apply(this[distance], Weight(distance), ref value, ref loud);
        }

        var weight = _contrasted ? AfterBut : 1;
        _sum += value * weight;
        _loud += loud * weight;
        _refusal = (cue & Cue.Refuses) != 0 ? value * weight : 0;
        Pass(cue | Cue.Felt);
    }

    /// <summary>A "but": the first divides the text.</summary>
    public void Contrast()
    {
        if (!_contrasted)
        {
            (_sum, _loud, _refusal, _contrasted) = (_sum * BeforeBut, _loud * BeforeBut, _refusal * BeforeBut, true);
        }
    }

    /// <summary>From -1 to 1: s / √(s² + 15) of the sum s.</summary>
    /// <param name="exclamations">How many marks of exclamation the text has; four are as good as more.</param>
    /// <param name="questions">How many marks of question.</param>
    /// <param name="allLoud">Whether the text has no small letter, so that capitals say nothing.</param>
    public readonly float Compound(int exclamations, int questions, bool allLoud)
    {
        var sum = _sum + (allLoud ? 0 : _loud);
        var marks = (Math.Min(exclamations, MostExclamations) * PerExclamation)
            + (questions > MostQuestions ? ManyQuestions : questions > 1 ? questions * PerQuestion : 0);
        sum += Math.Sign(sum) * marks;
        return sum / MathF.Sqrt((sum * sum) + 15);
    }

    private static float Weight(int distance) => distance switch { 1 => 1, 2 => 0.95f, _ => 0.9f };

    private static void Apply(Cue cue, float weight, ref float value, ref float loud)
    {
        if ((cue & Cue.Felt) != 0)
        {
            return;
        }

        if ((cue & (Cue.Boosts | Cue.Dampens)) != 0)
        {
            var more = Math.Sign(value) * weight;
            value += (cue & Cue.Boosts) != 0 ? more * Step : -more * Step;
            loud += (cue & Cue.Loud) != 0 ? more * Loud : 0;
        }

        if ((cue & Cue.Turns) != 0)
        {
            (value, loud) = (value * Turned, loud * Turned);
        }
    }
}

/// <summary>What a word does to a feeling word near it.</summary>
[Flags]
internal enum Cue : byte
{
    None = 0,

    /// <summary>Not: what follows is meant the other way.</summary>
    Turns = 1,

    /// <summary>More so.</summary>
    Boosts = 2,

    /// <summary>Less so.</summary>
    Dampens = 4,

    /// <summary>It has a feeling of its own, and does nothing else.</summary>
    Felt = 8,

    /// <summary>"No": a feeling of its own unless one follows, which it turns.</summary>
    Refuses = 16,

    /// <summary>In capitals.</summary>
    Loud = 32,
}
