using System.Numerics;
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
    private const int MostKinds = 64;
    private const int MostFlags = 64;

    private readonly float[] _kindConfidences = new float[MostKinds];

    internal Bag<ScoredLabel> KindBag { get; } = new(MostKinds);

    /// <summary>The numbers of <see cref="Kinds"/>, in the same order.</summary>
    internal Bag<int> KindNumbers { get; } = new(MostKinds);

    internal Bag<ScoredLabel> ThemeBag { get; } = new(64);

    internal Bag<string> FlagBag { get; } = new(MostFlags);

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

    /// <summary>A bit for each flag, by its number.</summary>
    internal ulong FlagBits { get; set; }

    /// <summary>A bit for each kind, by its number.</summary>
    internal ulong KindBits { get; private set; }

    internal float ReachPoints { get; set; }

    internal ScanState Begin(int stride)
    {
        if (Scan is null || Scan.Stride != stride)
        {
            Scan = new ScanState(stride);
        }

        KindBits = FlagBits = 0;
        ThemeBag.Clear();
        PersonalDataBag.Clear();
        RouteBag.Clear();
        TeamBag.Clear();
        Doubts = Doubts.None;
        ReachPoints = 0;
        return Scan;
    }

    internal bool Has(int kind) => (KindBits >> kind & 1) != 0;

    /// <summary>A kind holds, with the largest confidence that any ground gives it.</summary>
    internal void Raise(int kind, float confidence)
    {
        _kindConfidences[kind] = Has(kind) ? Math.Max(_kindConfidences[kind], confidence) : confidence;
        KindBits |= 1UL << kind;
    }

    /// <summary>Names the kinds that hold, strongest first, then in ordinal order.</summary>
    internal void NameKinds(string[] names)
    {
        KindBag.Clear();
        KindNumbers.Clear();
        for (var left = KindBits; left != 0; left &= left - 1)
        {
            var kind = BitOperations.TrailingZeroCount(left);
            KindBag.Add(new ScoredLabel(names[kind], _kindConfidences[kind]));
            KindNumbers.Add(kind);
            for (var i = KindBag.Count - 1; i > 0 && KindBag.Items[i].Confidence > KindBag.Items[i - 1].Confidence; i--)
            {
                KindBag.Swap(i, i - 1);
                KindNumbers.Swap(i, i - 1);
            }
        }
    }

    /// <summary>Finds the numbers of the kinds that are named.</summary>
    internal void NumberKinds(string[] names)
    {
        KindBits = 0;
        KindNumbers.Clear();
        foreach (ref readonly var kind in Kinds)
        {
            var number = Array.BinarySearch(names, kind.Name, StringComparer.Ordinal);
            KindNumbers.Add(number);
            KindBits |= 1UL << number;
        }
    }

    /// <summary>Names the flags, in ordinal order.</summary>
    internal void NameFlags(string[] names)
    {
        FlagBag.Clear();
        for (var left = FlagBits; left != 0; left &= left - 1)
        {
            FlagBag.Add(names[BitOperations.TrailingZeroCount(left)]);
        }
    }
}
