namespace Comms.Core.Scheduling;

/// <summary>What becomes of a post that could not go out on time. Nothing is ever late in silence: each is audited.</summary>
public enum LateAct
{
    /// <summary>Publish it if it is not later than <see cref="Lateness.Within"/>; else let it expire.</summary>
    Publish,

    /// <summary>Hold it for a person.</summary>
    Hold,

    /// <summary>Let it expire.</summary>
    Expire,
}

/// <summary>A post's policy for lateness.</summary>
/// <param name="Act">What to do.</param>
/// <param name="Within">How late it may be published; meaningful for <see cref="LateAct.Publish"/> only.</param>
public sealed record Lateness(LateAct Act, TimeSpan Within)
{
    /// <summary>Publish up to two hours late, else expire: the default.</summary>
    public static Lateness Default { get; } = PublishWithin(TimeSpan.FromHours(2));

    /// <summary>Hold a late post for a person.</summary>
    public static Lateness Hold { get; } = new(LateAct.Hold, TimeSpan.Zero);

    /// <summary>Let a late post expire.</summary>
    public static Lateness Expire { get; } = new(LateAct.Expire, TimeSpan.Zero);

    /// <summary>Publish a post up to so much late, else let it expire.</summary>
    /// <param name="within">More than zero.</param>
    public static Lateness PublishWithin(TimeSpan within)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(within, TimeSpan.Zero);
        return new Lateness(LateAct.Publish, within);
    }
}
