namespace Comms.Core.Insights.Reading;

/// <summary>What is counted.</summary>
/// <param name="Kind">All messages, those with a feeling, or those about a theme.</param>
/// <param name="Name">The feeling or the theme; <c>messages</c> for all.</param>
public sealed record InsightSubject(SubjectKind Kind, string Name)
{
    internal static InsightSubject Messages { get; } = new(SubjectKind.Messages, "messages");

    internal static InsightSubject Negative { get; } = new(SubjectKind.Feeling, "negative");

    internal static InsightSubject Theme(string name) => new(SubjectKind.Theme, name);
}

/// <summary>What kind of thing is counted.</summary>
public enum SubjectKind
{
    /// <summary>All messages.</summary>
    Messages,

    /// <summary>Messages whose writer feels so.</summary>
    Feeling,

    /// <summary>Messages about a theme.</summary>
    Theme,
}
