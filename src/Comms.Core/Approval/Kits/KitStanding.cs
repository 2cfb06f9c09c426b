namespace Comms.Core.Approval.Kits;

/// <summary>A kit as a checklist: what is written, who was told, and what is open. Only <see cref="KitDesk"/> makes one.</summary>
public sealed class KitStanding
{
    internal KitStanding(StoryKit kit, IReadOnlyList<KitTold> told, long revision)
    {
        (Kit, Told, Revision) = (kit, told, revision);
        Lacks = [.. kit.Gaps(), .. ToTell.Select(whom => $"{whom} not told yet")];
    }

    /// <summary>The kit.</summary>
    public StoryKit Kit { get; }

    /// <summary>Who was told, in the order in which they were.</summary>
    public IReadOnlyList<KitTold> Told { get; }

    /// <summary>What stands in the way of a post, each in a few words; empty when nothing does.</summary>
    public IReadOnlyList<string> Lacks { get; }

    /// <summary>Whether a post that names it may be approved.</summary>
    public bool IsReady => Lacks.Count == 0;

    /// <summary>1 as first kept, one more for each change.</summary>
    public long Revision { get; }

    /// <summary>Who is told next, and who after them.</summary>
    internal IEnumerable<string> ToTell => Kit.ToldFirst.Where(whom => When(whom) is null);

    internal KitTold? When(string whom) => Told.FirstOrDefault(told => told.Whom == whom);
}

/// <summary>That some of those who come first were told.</summary>
/// <param name="Whom">Who was told, as the kit names them.</param>
/// <param name="Who">Who told them, as “the head of midwifery”.</param>
/// <param name="At">When.</param>
/// <param name="RecordedBy">Who said so.</param>
public sealed record KitTold(string Whom, string Who, DateTimeOffset At, string RecordedBy);
