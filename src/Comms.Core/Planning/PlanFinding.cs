namespace Comms.Core.Planning;

/// <summary>What a plan is held against.</summary>
public enum PlanRule
{
    /// <summary>Days on which an account says nothing.</summary>
    Gap,

    /// <summary>Two posts of one account too close together.</summary>
    Clash,

    /// <summary>More posts of an account on one day than its readers bear.</summary>
    Crowd,

    /// <summary>A post that is soon due and not approved.</summary>
    Approval,

    /// <summary>A post that waits for a person.</summary>
    Waiting,

    /// <summary>The weekend or the next week has nothing planned on a Friday.</summary>
    Weekend,

    /// <summary>People whom no account of the plan reaches.</summary>
    Audience,

    /// <summary>A campaign without posts, or a post outside its campaign's days.</summary>
    Campaign,

    /// <summary>An account whose posts come by fits and starts.</summary>
    Regularity,

    /// <summary>Work that will not be ready in time.</summary>
    Workflow,

    /// <summary>A series that cannot be right, as one with a piece twice.</summary>
    Series,

    /// <summary>More work than there are people.</summary>
    Capacity,
}

/// <summary>Something about a plan that a person should look at.</summary>
/// <param name="Rule">What it is about.</param>
/// <param name="Message">What is the matter, and with whom, in a sentence.</param>
/// <param name="Items">The ids of the posts concerned; none when it is about what is missing.</param>
public sealed record PlanFinding(PlanRule Rule, string Message, IReadOnlyList<string> Items);
