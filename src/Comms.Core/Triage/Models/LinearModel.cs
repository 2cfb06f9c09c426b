namespace Comms.Core.Triage.Models;

/// <summary>The constants that training and reading share.</summary>
internal static class LinearModel
{
    /// <summary>The value of a feature of the whole message, beside 1/√n for each of a token's n features.</summary>
    public const float MessageWeight = 0.125f;

    /// <summary>How often the feature of a question is counted: it says as much as several words.</summary>
    public const int QuestionTimes = 4;
}
