using System.Globalization;

namespace CommsDesk.Output;

/// <summary>What the desk says, in English or Welsh.</summary>
internal sealed record Phrases
{
    public required string Published { get; init; }

    public required string Heard { get; init; }

    public required string Triaged { get; init; }

    public required string CasesOpened { get; init; }

    public required string SetAside { get; init; }

    public required string Wrote { get; init; }

    public required string Missed { get; init; }

    public required string MustMissed { get; init; }

    public required string Stopped { get; init; }

    public required string Idle { get; init; }

    public required string AuditIntact { get; init; }

    public required string AuditBroken { get; init; }

    public required string Refused { get; init; }

    public required string Learning { get; init; }

    public required string NotLearning { get; init; }

    public required string PolicyChanged { get; init; }

    public required string PolicyStays { get; init; }

    public required string MayStandTwice { get; init; }

    public required string Restored { get; init; }

    public required string WeekOf { get; init; }

    public required string Posts { get; init; }

    public required string RoundUps { get; init; }

    public required string Scores { get; init; }

    private static Phrases English { get; } = new()
    {
        Published = "{0} published",
        Heard = "{0} heard",
        Triaged = "{0} triaged",
        CasesOpened = "{0} cases opened",
        SetAside = "{0} set aside",
        Wrote = "Wrote",
        Missed = "missed",
        MustMissed = "missed, and a must",
        Stopped = "stopped; what was done is kept",
        Idle = "nothing more to do now",
        AuditIntact = "the audit is whole: {0} links, {1} of them erased, head {2}",
        AuditBroken = "the audit is broken at link {0}: {1}",
        Refused = "refused: {0}",
        Learning = "later messages are judged by what was learnt",
        NotLearning = "later messages are not judged by what was learnt",
        PolicyChanged = "the policy has changed; the new one is in use",
        PolicyStays = "the policy before stays in use: {0}",
        MayStandTwice = "{0} may stand twice: sent again after a doubt, on a channel that allows it",
        Restored = "the ledger is an older copy ({0}): what was due is looked for before it is sent",
        WeekOf = "The week of {0}",
        Posts = "published posts",
        RoundUps = "round-ups",
        Scores = "scores",
    };

    private static Phrases Welsh { get; } = new()
    {
        Published = "{0} wedi’u cyhoeddi",
        Heard = "{0} wedi’u clywed",
        Triaged = "{0} wedi’u brysbennu",
        CasesOpened = "{0} achos wedi’u hagor",
        SetAside = "{0} wedi’u rhoi o’r neilltu",
        Wrote = "Ysgrifennwyd",
        Missed = "methwyd",
        MustMissed = "methwyd, ac yn hanfodol",
        Stopped = "wedi stopio; cadwyd yr hyn a wnaed",
        Idle = "dim mwy i’w wneud nawr",
        AuditIntact = "mae’r archwiliad yn gyfan: {0} dolen, {1} ohonynt wedi’u dileu, pen {2}",
        AuditBroken = "mae’r archwiliad wedi torri wrth ddolen {0}: {1}",
        Refused = "gwrthodwyd: {0}",
        Learning = "bernir negeseuon diweddarach yn ôl yr hyn a ddysgwyd",
        NotLearning = "ni fernir negeseuon diweddarach yn ôl yr hyn a ddysgwyd",
        PolicyChanged = "mae’r polisi wedi newid; defnyddir yr un newydd",
        PolicyStays = "mae’r polisi blaenorol yn aros: {0}",
        MayStandTwice = "gall {0} ymddangos ddwywaith: anfonwyd eto ar ôl amheuaeth, ar sianel sy’n caniatáu hynny",
        Restored = "mae’r cofnod yn hen gopi ({0}): chwilir am yr hyn oedd i’w anfon cyn ei anfon",
        WeekOf = "Yr wythnos o {0}",
        Posts = "negeseuon a gyhoeddwyd",
        RoundUps = "crynodebau",
        Scores = "sgoriau",
    };

    public static Phrases In(string language) => language == "cy" ? Welsh : English;

    public static string Fill(string phrase, params object[] values) => string.Format(CultureInfo.InvariantCulture, phrase, values);
}
