namespace Comms.Core.Approval.Kits;

/// <summary>What became of a change to a kit.</summary>
public abstract record KitResult
{
    private KitResult()
    {
    }

    /// <summary>It is kept.</summary>
    /// <param name="Standing">The kit as it stands now.</param>
    public sealed record Kept(KitStanding Standing) : KitResult;

    /// <summary>Nothing was kept.</summary>
    /// <param name="Reasons">Why, each in a sentence.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : KitResult;
}
