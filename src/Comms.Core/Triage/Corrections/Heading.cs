namespace Comms.Core.Triage.Corrections;

/// <summary>What a correction is about.</summary>
public enum Heading
{
    /// <summary>Who owns the message: one team.</summary>
    Team,

    /// <summary>What it is about: any number of themes, an organisation's own among them.</summary>
    Theme,

    /// <summary>What it is: any number of the kinds that triage knows.</summary>
    Kind,

    /// <summary>How the writer feels: <c>negative</c>, <c>neutral</c> or <c>positive</c>.</summary>
    Sentiment,
}
