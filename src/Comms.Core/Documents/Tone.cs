namespace Comms.Core.Documents;

/// <summary>How words feel. Shown in words wherever it is shown in colour.</summary>
public enum Tone
{
    /// <summary>Not said.</summary>
    None,

    /// <summary>Something is wrong.</summary>
    Negative,

    /// <summary>Neither.</summary>
    Neutral,

    /// <summary>Something is right.</summary>
    Positive,
}
