namespace Comms.Core.Authoring;

/// <summary>One thing that a guide would have otherwise. It is advice: nothing is changed, and no post is stopped by it. Immutable.</summary>
public sealed class StyleFinding
{
    internal StyleFinding(string rule, int start, int length, string message, IReadOnlyList<string> choices, string guide, DateOnly checkedOn)
    {
        (Rule, Start, Length, Message, Choices, Guide, CheckedOn) = (rule, start, length, message, choices, guide, checkedOn);
    }

    /// <summary>The rule's lasting name: "words", "inclusive", "contraction", "passive", "sentence-length" and others.</summary>
    public string Rule { get; }

    /// <summary>Where it begins in the text, in UTF-16 units; 0 for what concerns an attachment.</summary>
    public int Start { get; }

    /// <summary>In UTF-16 units; 0 for what concerns an attachment.</summary>
    public int Length { get; }

    /// <summary>What is the matter, for the writer.</summary>
    public string Message { get; }

    /// <summary>What to put instead, the likeliest first; null when there is nothing to offer.</summary>
    public string? Replacement => Choices.Count == 0 ? null : Choices[0];

    /// <summary>All that is offered instead; may be empty.</summary>
    public IReadOnlyList<string> Choices { get; }

    /// <summary>Whose rule it is.</summary>
    public string Guide { get; }

    /// <summary>The day on which the rule was compared with its guide.</summary>
    public DateOnly CheckedOn { get; }

    /// <summary>Why the house lives with it; null when it does not.</summary>
    public string? AcceptedBecause { get; internal init; }

    internal StyleFinding Accepted(string reason) => new(Rule, Start, Length, Message, Choices, Guide, CheckedOn) { AcceptedBecause = reason };
}
