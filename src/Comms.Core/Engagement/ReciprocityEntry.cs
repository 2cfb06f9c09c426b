namespace Comms.Core.Engagement;

/// <summary>What a team could do in return for an account.</summary>
public enum InReturn
{
    /// <summary>Pass on something of theirs, as they passed on something of the team's.</summary>
    Repost,

    /// <summary>Answer them: they wrote, and nobody has.</summary>
    Answer,
}

/// <summary>An account that gave more than it got back, and why. Only <see cref="ReciprocityList"/> makes one. Immutable.</summary>
public sealed class ReciprocityEntry
{
    internal ReciprocityEntry(string account, string kind, InReturn suggestion, int acts, DateTimeOffset last, string because)
    {
        Account = account;
        Kind = kind;
        Suggestion = suggestion;
        Acts = acts;
        Last = last;
        Because = because;
    }

    /// <summary>The account's own name.</summary>
    public string Account { get; }

    /// <summary>Press, elected, partner and so on, as its latest act told.</summary>
    public string Kind { get; }

    /// <summary>What would be fair in return. A person decides.</summary>
    public InReturn Suggestion { get; }

    /// <summary>How many acts of the window speak for it.</summary>
    public int Acts { get; }

    /// <summary>When the last of them was.</summary>
    public DateTimeOffset Last { get; }

    /// <summary>Why, in words.</summary>
    public string Because { get; }
}
