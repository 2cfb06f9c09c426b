using Comms.Core.RoundUps.Selection;
using Comms.Core.Text;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>Which briefing is wanted, and by which rules.</summary>
public sealed record BriefingRequest
{
    /// <summary>The fewest words a briefing can be made of: its counts and what it leaves out take about half of them.</summary>
    private const int FewestWords = 300;

    /// <summary>The last day it covers, in <see cref="Zone"/>.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The zone of its days and times, as <c>Europe/London</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>How many days it covers, as 3 on a Monday; 1 or more. Default: 1.</summary>
    public int Days { get; init; } = 1;

    /// <summary>The team's id in the policy: the messages that it has a part in. Default: null, all messages.</summary>
    public string? Team { get; init; }

    /// <summary>The longest it may take to read, in seconds. Default: 300.</summary>
    public int Seconds { get; init; } = 300;

    /// <summary>The reader's speed. Default: 238 words a minute; 175 suits almost everyone; see <see cref="ReadingTime"/>.</summary>
    public int WordsPerMinute { get; init; } = ReadingTime.WordsPerMinute;

    /// <summary>Whether more of one theme is worth less, as <see cref="BestChoiceOptions.Coverage"/> has it. Default: yes.</summary>
    public bool Coverage { get; init; } = true;

    /// <summary>The most cards of one author among those that are chosen for their worth; 1 or more. Default: 3.</summary>
    public int MostOfOneAuthor { get; init; } = 3;

    /// <summary>The most talking points; 0 or more. Default: 3.</summary>
    public int MostTalkingPoints { get; init; } = 3;

    /// <summary>The most messages it draws on, those of the greatest need first; that there were more is said in it. 1 or more. Default: 20,000.</summary>
    public int MostMessages { get; init; } = 20_000;

    /// <summary>The longest quotation in UTF-16 units; longer ones are cut to whole sentences or words. 80 or more. Default: 240.</summary>
    public int LongestQuote { get; init; } = 240;

    /// <summary>How many periods of the same length before it say what is usual; 0 or more. Default: 28.</summary>
    public int UsualPeriods { get; init; } = 28;

    /// <summary>The policy that routed the messages, with its version; named at the end. Default: <c>default</c>.</summary>
    public string Policy { get; init; } = "default";

    /// <summary>Which findings mean what. Default: the words of the starter policy.</summary>
    public RoundUpVocabulary Vocabulary { get; init; } = new();

    /// <summary>Ids of messages that were held back until a person looked, and that a person has looked at. Default: none.</summary>
    public IReadOnlySet<string> Reviewed { get; init; } = new HashSet<string>();

    /// <summary>Ids of messages that were answered: a complaint among them need not be known. Default: none.</summary>
    public IReadOnlySet<string> Answered { get; init; } = new HashSet<string>();

    /// <summary>Duties that are open, in any order; those overdue or due within a week are told. Default: none.</summary>
    public IReadOnlyList<DutyDue> Duties { get; init; } = [];

    internal int Words => (int)((long)Seconds * WordsPerMinute / 60);

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Days, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Seconds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(WordsPerMinute, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Words, FewestWords, nameof(Seconds));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Words, BestChoice.MostWords, nameof(Seconds));
        ArgumentOutOfRangeException.ThrowIfLessThan(MostOfOneAuthor, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(MostTalkingPoints);
        ArgumentOutOfRangeException.ThrowIfLessThan(MostMessages, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestQuote, 80);
        ArgumentOutOfRangeException.ThrowIfNegative(UsualPeriods);
    }
}
