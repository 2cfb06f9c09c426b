namespace Comms.Core.Amplifiers;

/// <summary>What amplifiers did in a period. It names nobody.</summary>
/// <param name="Helping">How many have agreed and not withdrawn, now.</param>
/// <param name="Facts">Each post that was shared, those shared most first.</param>
public sealed record AmplifierReport(int Helping, IReadOnlyList<AmplifiedFact> Facts)
{
    /// <summary>How often something was shared.</summary>
    public int Shares => Facts.Sum(fact => fact.Shares);

    /// <summary>How many people saw it, as the amplifiers told; whoever saw two counts twice.</summary>
    public long Reached => Facts.Sum(fact => fact.Reached);

    /// <summary>How many shares corrected a rumour.</summary>
    public int Corrections => Facts.Where(fact => fact.Corrects is not null).Sum(fact => fact.Shares);
}

/// <summary>What became of one post in amplifiers' hands.</summary>
/// <param name="Post">The post, by id.</param>
/// <param name="Corrects">The rumour that it corrects; null when it corrects none.</param>
/// <param name="Shares">How often it was shared.</param>
/// <param name="Reached">How many saw that, as they told.</param>
public sealed record AmplifiedFact(string Post, string? Corrects, int Shares, long Reached);
