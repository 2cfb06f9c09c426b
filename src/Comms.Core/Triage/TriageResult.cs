using Comms.Core.Text;
using Comms.Core.Triage.Corrections;
using Comms.Core.Triage.Reading;

namespace Comms.Core.Triage;

/// <summary>
/// What triage finds in one text, in a buffer that is used again for the next: what it holds is good until then. Made
/// once per thread; not safe to share between threads.
/// </summary>
public sealed class TriageResult
{
    private const int MostPersonalData = 64;

    internal Bag<ScoredLabel> KindBag { get; } = new(24);

    internal Bag<ScoredLabel> ThemeBag { get; } = new(64);

    internal Bag<string> FlagBag { get; } = new(32);

    internal Bag<PersonalData> PersonalDataBag { get; } = new(MostPersonalData);

    internal Bag<RouteReason> RouteBag { get; } = new(128);

    internal Bag<string> TeamBag { get; } = new(64);

    internal ScanState? Scan { get; set; }

    internal LearntTrace Local { get; } = new();

    /// <summary>The language as a BCP 47 tag; <c>und</c> when it cannot be told.</summary>
    public string Language { get; internal set; } = "und";

    /// <summary><c>negative</c>, <c>neutral</c>, <c>positive</c>, or <c>unknown</c> when it could not be judged.</summary>
    public string Sentiment { get; internal set; } = "unknown";

    /// <summary>From 0 to 1; the three shares sum to 1, or are all 0 when the sentiment is unknown.</summary>
    public float Negative { get; internal set; }

    /// <summary>From 0 to 1.</summary>
    public float Neutral { get; internal set; }

    /// <summary>From 0 to 1.</summary>
    public float Positive { get; internal set; }

    /// <summary>What the message is, strongest first.</summary>
    public ReadOnlySpan<ScoredLabel> Kinds => KindBag.Items;

    /// <summary>What it is about, strongest first.</summary>
    public ReadOnlySpan<ScoredLabel> Themes => ThemeBag.Items;

    /// <summary>Safety and duty, in ordinal order.</summary>
    public ReadOnlySpan<string> Flags => FlagBag.Items;

    /// <summary>Personal data, in order of place; at most 64 of them.</summary>
    public ReadOnlySpan<PersonalData> PersonalData => PersonalDataBag.Items;

    /// <summary>The teams that get it, first the one that owns it; never empty.</summary>
    public ReadOnlySpan<string> Teams => TeamBag.Items;

    /// <summary>How soon someone must act.</summary>
    public Urgency Urgency { get; internal set; }

    /// <summary>From 0 to 1: how sure the urgency is.</summary>
    public float UrgencyConfidence { get; internal set; }

    /// <summary>From 0 to 100.</summary>
    public int Priority { get; internal set; }

    /// <summary>Whether a person must look before anything is taken as decided.</summary>
    public bool NeedsHuman => Doubts != Doubts.None;

    /// <summary>Whether the text was over the limit of 16,384 UTF-16 units and was read at its head and tail alone.</summary>
    public bool WasCut { get; internal set; }

    internal Doubts Doubts { get; set; }

    internal float ReachPoints { get; set; }

    internal ScanState Begin(int stride)
    {
        if (Scan is null || Scan.Sum.Length != stride)
        {
            Scan = new ScanState(stride);
        }

        KindBag.Clear();
        ThemeBag.Clear();
        FlagBag.Clear();
        PersonalDataBag.Clear();
        RouteBag.Clear();
        TeamBag.Clear();
        Doubts = Doubts.None;
        ReachPoints = 0;
        return Scan;
    }
}
