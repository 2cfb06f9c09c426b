namespace Comms.Core.Cases.Consultations;

/// <summary>A question of a consultation.</summary>
public sealed record ConsultationQuestion
{
    /// <summary>Its name within the consultation, as <c>1</c> or <c>travel</c>. Where it is a number, “question 1” and “Q1” name it.</summary>
    public required string Id { get; init; }

    /// <summary>What is asked.</summary>
    public required string Text { get; init; }

    /// <summary>Words by which an answer to it is known, as “bus” and “travel”. Default: none.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
