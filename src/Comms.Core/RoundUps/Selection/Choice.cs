namespace Comms.Core.RoundUps.Selection;

/// <summary>What was chosen, with the proof of how good it is.</summary>
public sealed class Choice
{
    internal Choice(IReadOnlyList<int> chosen, double worth, double upperBound, int words)
    {
        Chosen = chosen;
        Worth = worth;
        UpperBound = Math.Max(worth, upperBound);
        Words = words;
    }

    /// <summary>The places of what was chosen among the candidates, in ascending order.</summary>
    public IReadOnlyList<int> Chosen { get; }

    /// <summary>What the choice is worth.</summary>
    public double Worth { get; }

    /// <summary>No choice that fits is worth more than this.</summary>
    public double UpperBound { get; }

    /// <summary>How far the choice may be from the best, as a share of the upper bound: 0 is proven best.</summary>
    public double Gap => UpperBound > 0 ? (UpperBound - Worth) / UpperBound : 0;

    /// <summary>How many words the choice takes.</summary>
    public int Words { get; }
}
