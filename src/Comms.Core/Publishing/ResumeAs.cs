namespace Comms.Core.Publishing;

/// <summary>How things go on after a hold.</summary>
public enum ResumeAs
{
    /// <summary>As planned: what is still to come goes out at its time, what is late as its own policy says, and paced.</summary>
    Planned,

    /// <summary>Shifted: everything that waits goes out later by as long as the hold stood, and not in quiet hours.</summary>
    Shifted,

    /// <summary>Reviewed one by one: everything that waits is held until a person has looked at it.</summary>
    Review,
}
