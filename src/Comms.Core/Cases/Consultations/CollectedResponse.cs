namespace Comms.Core.Cases.Consultations;

/// <summary>A message that answers a consultation.</summary>
/// <param name="Case">The case that it is in, by id.</param>
/// <param name="Message">The message, by id.</param>
/// <param name="At">When it was written.</param>
/// <param name="Source">The source it came from.</param>
/// <param name="Words">All its words, each piece of personal data masked by the name of what it was, names of persons too.</param>
/// <param name="Questions">The questions that it answers, by id; empty where nobody knows yet which.</param>
/// <param name="Late">Whether it came after the last day.</param>
public sealed record CollectedResponse(string Case, string Message, DateTimeOffset At, string Source, string Words, IReadOnlyList<string> Questions, bool Late)
{
    /// <summary>Whose it is, to count each once; null for anonymous. It does not leave the library.</summary>
    internal string? Writer { get; init; }
}
