namespace Comms.Core.Governance;

/// <summary>What an actor may be allowed to do.</summary>
public enum Permission
{
    /// <summary>Write and change drafts.</summary>
    Author,

    /// <summary>Approve or reject what is said.</summary>
    Approve,

    /// <summary>Decide when it goes out, hold it, withdraw it, and settle what became of it.</summary>
    Publish,

    /// <summary>Correct what triage judged, take a correction back, and switch learning on or off.</summary>
    Correct,

    /// <summary>Take cases, hand them over, record what was done in them, and close them.</summary>
    Handle,

    /// <summary>Decide which messages a moderated feed shows.</summary>
    Moderate,

    /// <summary>See to a person's request about their own data: give all that is held of them, or erase it.</summary>
    Govern,

    /// <summary>Record that a family was told of harm or death before a post tells everyone.</summary>
    Candour,

    /// <summary>Pause, move on and inject into an exercise that another desk plays.</summary>
    Control,

    /// <summary>Approve alone in an emergency, against four eyes: told at once, and reviewed after.</summary>
    BreakGlass,
}

/// <summary>Decides who may do what. The host brings its own, or takes <see cref="RoleAuthorizer"/>. Safe for concurrent use.</summary>
public interface IAuthorizer
{
    /// <summary>Whether the actor may.</summary>
    bool May(Actor actor, Permission permission);
}
