namespace Comms.Core.Triage.Trials;

/// <summary>Which of a result's lists a claim stands in.</summary>
internal enum ClaimOf : byte
{
    Sentiment,
    Theme,
    Kind,
    Flag,
    Urgency,
}

/// <summary>A label that triage gave to a message, and how strongly a result holds it.</summary>
internal readonly record struct Claim(ClaimOf Of, string Name)
{
    private const string Unknown = "unknown";

    /// <summary>The label as evidence names it, as <c>flag:threat</c>.</summary>
    public string Label => Of switch
    {
        ClaimOf.Sentiment => "sentiment:" + Name,
        ClaimOf.Theme => "theme:" + Name,
        ClaimOf.Kind => "kind:" + Name,
        ClaimOf.Flag => "flag:" + Name,
        _ => "urgency:" + Name,
    };

    /// <summary>Of an urgency: the urgency; else routine.</summary>
    public Urgency Urgency => (Of, Name) switch
    {
        (ClaimOf.Urgency, "emergency") => Urgency.Emergency,
        (ClaimOf.Urgency, "urgent") => Urgency.Urgent,
        (ClaimOf.Urgency, "soon") => Urgency.Soon,
        _ => Urgency.Routine,
    };

    /// <summary>Every label of a result that words can speak for. What is routine needs no evidence.</summary>
    public static void AddAll(TriageResult result, List<Claim> claims)
    {
        foreach (var flag in result.Flags)
        {
            claims.Add(new Claim(ClaimOf.Flag, flag));
        }

        foreach (ref readonly var kind in result.Kinds)
        {
            claims.Add(new Claim(ClaimOf.Kind, kind.Name));
        }

        foreach (ref readonly var theme in result.Themes)
        {
            claims.Add(new Claim(ClaimOf.Theme, theme.Name));
        }

        if (result.Sentiment != Unknown)
        {
            claims.Add(new Claim(ClaimOf.Sentiment, result.Sentiment));
        }

        if (result.Urgency != Urgency.Routine)
        {
            claims.Add(new Claim(ClaimOf.Urgency, NameOf(result.Urgency)));
        }
    }

    /// <summary>0 when the result does not hold it; an urgency counts its level first, then how sure it is.</summary>
    public float ScoreIn(TriageResult result) => Of switch
    {
        ClaimOf.Sentiment => Name switch
        {
            "negative" => result.Negative,
            "neutral" => result.Neutral,
            _ => result.Positive,
        },
        ClaimOf.Theme => ConfidenceIn(result.Themes),
        ClaimOf.Kind => ConfidenceIn(result.Kinds),
        ClaimOf.Flag => result.Flags.Contains(Name) ? 1 : 0,
        _ => (int)result.Urgency + result.UrgencyConfidence,
    };

    private static string NameOf(Urgency urgency) => urgency switch
    {
        Urgency.Emergency => "emergency",
        Urgency.Urgent => "urgent",
        _ => "soon",
    };

    private float ConfidenceIn(ReadOnlySpan<ScoredLabel> labels)
    {
        foreach (ref readonly var label in labels)
        {
            if (label.Name == Name)
            {
                return label.Confidence;
            }
        }

        return 0;
    }
}
