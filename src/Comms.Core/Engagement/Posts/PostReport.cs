namespace Comms.Core.Engagement.Posts;

/// <summary>What came of the team's posts. Every interval holds 90 %: one in twenty lies below it, and one above.</summary>
public sealed record PostReport
{
    /// <summary>Each post that can be judged, surest first: by the lower end of its interval.</summary>
    public required IReadOnlyList<PostRate> Posts { get; init; }

    /// <summary>What worked, by time, channel, form and topic; surest first within each.</summary>
    public required IReadOnlyList<WhatWorked> Worked { get; init; }

    /// <summary>How soon responses come, by account, in order of their ids.</summary>
    public required IReadOnlyList<ResponseDecay> Decay { get; init; }

    /// <summary>Posts that cannot be judged yet: too young, or of an account that has too few.</summary>
    public required int Unjudged { get; init; }
}

/// <summary>How a post did, against others of its account.</summary>
/// <param name="Post">The post.</param>
/// <param name="Responses">How many turned to it in its first week, so far.</param>
/// <param name="Expected">How many responses a post of the account has at its age.</param>
/// <param name="Ratio">Its rate to the account's own, drawn towards 1 as far as chance explains the difference.</param>
/// <param name="Low">The lower end of the ratio's interval.</param>
/// <param name="High">The upper end.</param>
public sealed record PostRate(SentPost Post, int Responses, double Expected, double Ratio, double Low, double High);

/// <summary>How posts that have something in common did, each against its own account. An association, and no proof.</summary>
/// <param name="By">What they have in common: <c>time</c>, <c>channel</c>, <c>form</c> or <c>topic</c>.</param>
/// <param name="Value">Which, as <c>weekday morning</c> or <c>picture</c>.</param>
/// <param name="Posts">How many posts.</param>
/// <param name="Responses">How many responses they had.</param>
/// <param name="Ratio">Their rate to that of their accounts, drawn towards 1 as far as chance explains the difference.</param>
/// <param name="Low">The lower end of the ratio's interval.</param>
/// <param name="High">The upper end.</param>
public sealed record WhatWorked(string By, string Value, int Posts, int Responses, double Ratio, double Low, double High);

/// <summary>How soon an account's responses come.</summary>
/// <param name="Account">The account.</param>
/// <param name="HalfLife">In this time half of a week's responses have come.</param>
/// <param name="Low">The lower end of its interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="Responses">How many it rests on.</param>
public sealed record ResponseDecay(string Account, TimeSpan HalfLife, TimeSpan Low, TimeSpan High, int Responses);
