namespace Comms.Core.Calendars;

/// <summary>What a post is for, as far as sensitive periods and holds ask.</summary>
public enum PostPurpose
{
    /// <summary>Everyday words.</summary>
    Ordinary,

    /// <summary>Something new: a plan, an opening, money.</summary>
    Announcement,

    /// <summary>It is posted again and again, and nobody looks at it each time.</summary>
    Evergreen,

    /// <summary>A politician's words, passed on.</summary>
    PoliticianRepost,

    /// <summary>It keeps people safe; it is exempt from sensitive periods, and each exemption is recorded.</summary>
    Safety,
}
