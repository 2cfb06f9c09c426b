namespace Comms.Core.Triage.Models;

/// <summary>
/// The properties of a whole message and the names of their steps. A graded property also names every step that it has
/// not passed, so that a step rarely met is read like its neighbours.
/// </summary>
internal static class MessageProperties
{
    /// <summary>How many there are.</summary>
    public const int Count = 14;

    /// <summary>How many steps the longest has.</summary>
    public const int MostSteps = 21;

    /// <summary>From here on they come from <see cref="TextShape"/>.</summary>
    public const int FirstOfShape = 7;

    /// <summary>The last step of each graded property; 0 for one whose steps are in no order.</summary>
    private static readonly byte[] LastGraded = [20, 20, 4, 4, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public static IEnumerable<uint> Of(int property, int step)
    {
        yield return Features.OfMessage(property, step);
        if (LastGraded[property] == 0)
        {
            // Said twice, so that it weighs as much as it would among graded ones.
            yield return Features.OfMessage(property, step);
        }

        for (var at = step; at <= LastGraded[property] && LastGraded[property] > 0; at++)
        {
            yield return Features.OfMessage(property, 64 + at);
        }
    }
}
