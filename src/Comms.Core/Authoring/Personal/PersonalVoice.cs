namespace Comms.Core.Authoring.Personal;

/// <summary>How a team speaks for itself where a press release speaks of the organisation.</summary>
public sealed record PersonalVoice
{
    /// <summary>What the release calls the organisation, as “Sample Hospital NHS Trust” and “the Trust”; at least one, none blank. In any case.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Who speaks, as a last line below the words; null for none.</summary>
    public string? Signature { get; init; }

    /// <exception cref="ArgumentException">There is no name, or a blank one.</exception>
    internal void Check()
    {
        if (Names is null || Names.Count == 0 || Names.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("A voice has one name of the organisation or more, none of them blank.", nameof(Names));
        }
    }
}
