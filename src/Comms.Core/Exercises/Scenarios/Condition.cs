namespace Comms.Core.Exercises.Scenarios;

/// <summary>What has come of expectations and injects so far, as conditions ask.</summary>
internal interface IKnowsSoFar
{
    bool Met(string expectation, DateTimeOffset at);

    bool Missed(string expectation, DateTimeOffset at);

    bool Delivered(string inject, DateTimeOffset at);
}

/// <summary>Judges conditions.</summary>
internal static class Condition
{
    /// <summary>Whether a condition holds at an instant; none always does.</summary>
    public static bool Holds(this ConditionFile? condition, IKnowsSoFar known, DateTimeOffset at) => condition switch
    {
        null => true,
        { Met: { } id } => known.Met(id, at),
        { Missed: { } id } => known.Missed(id, at),
        { Delivered: { } id } => known.Delivered(id, at),
        { Not: { } not } => !not.Holds(known, at),
        { All: { } all } => all.All(part => part.Holds(known, at)),
        { Any: { } any } => any.Any(part => part.Holds(known, at)),
        _ => true,
    };

    /// <summary>The condition in words, for the transcript.</summary>
    public static string Say(this ConditionFile condition) => condition switch
    {
        { Met: { } id } => $"{id} is met",
        { Missed: { } id } => $"{id} is missed",
        { Delivered: { } id } => $"{id} was delivered",
        { Not: { } not } => $"not: {not.Say()}",
        { All: { } all } => string.Join(" and ", all.Select(Say)),
        { Any: { } any } => string.Join(" or ", any.Select(Say)),
        _ => "always",
    };
}
