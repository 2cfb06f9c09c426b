namespace Comms.Core.Cases.Consultations;

/// <summary>Which questions of which consultation the messages of a case answer.</summary>
public sealed record ConsultationResponse
{
    /// <summary>The consultation, by id.</summary>
    public required string Consultation { get; init; }

    /// <summary>The questions, by id; empty where nobody knows yet which.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];
}
