using Comms.Core.Ledger;

namespace Comms.Core.Approval.BreakGlass;

/// <summary>An approval that one person gave alone, against four eyes, and what was found of it afterwards. Immutable.</summary>
public sealed class BrokenGlass
{
    internal BrokenGlass(string post, BrokenGlassRecord body, long revision) => (Post, Body, Revision) = (post, body, revision);

    /// <summary>The post's name, which is its draft's.</summary>
    public string Post { get; }

    /// <summary>Who wrote it.</summary>
    public string Author => Body.Author;

    /// <summary>Who approved it alone.</summary>
    public string By => Body.By;

    /// <summary>When.</summary>
    public DateTimeOffset At => Body.At;

    /// <summary>Why, in their words.</summary>
    public string Reason => Body.Reason;

    /// <summary>Who reviewed it; null until someone has.</summary>
    public string? ReviewedBy => Body.ReviewedBy;

    /// <summary>When; null until someone has.</summary>
    public DateTimeOffset? ReviewedAt => Body.ReviewedAt;

    /// <summary>What they found, in their words; null until someone has.</summary>
    public string? Finding => Body.Finding;

    internal BrokenGlassRecord Body { get; }

    internal long Revision { get; }

    internal static BrokenGlass Open(LedgerRecord record) => new(record.Key.Id, BrokenGlassRecord.Open(record), record.Revision);
}
