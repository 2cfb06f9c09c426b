using System.Text.Json.Serialization;
using Comms.Core.Text;
using Comms.Core.Triage.Obligations;

namespace Comms.Core.Triage;

/// <summary>What Triage found in one message, and where it goes. Get-only: made by Triage alone.</summary>
public sealed class TriageFindings
{
    internal TriageFindings()
    {
    }

    /// <summary>The language as a BCP 47 tag, <c>en</c> or <c>cy</c> for instance; <c>und</c> when it cannot be told.</summary>
    public string Language { get; internal init; } = "und";

    /// <summary>How the writer feels, as far as words tell.</summary>
    public Sentiment Sentiment { get; internal init; } = Sentiment.Unknown;

    /// <summary>What the message is; more than one can hold. Strongest first.</summary>
    public IReadOnlyList<Label> Kinds { get; internal init; } = [];

    /// <summary>What it is about; more than one can hold. Strongest first.</summary>
    public IReadOnlyList<Label> Themes { get; internal init; } = [];

    /// <summary>How soon someone must act.</summary>
    public Urgency Urgency { get; internal init; }

    /// <summary>From 0 to 1: how sure the urgency is.</summary>
    public float UrgencyConfidence { get; internal init; }

    /// <summary>Safety and duty: an open vocabulary, as <c>self-harm</c> or <c>media</c>. Ordinal order.</summary>
    public IReadOnlyList<string> Flags { get; internal init; } = [];

    /// <summary>Personal data found in the text, in order.</summary>
    public IReadOnlyList<PersonalData> PersonalData { get; internal init; } = [];

    /// <summary>The teams that get it, first the one that owns it, each with its reasons. Never empty.</summary>
    public IReadOnlyList<Route> Routes { get; internal init; } = [];

    /// <summary>Duties that the law puts on an answer.</summary>
    public IReadOnlyList<Obligation> Obligations { get; internal init; } = [];

    /// <summary>By when the policy wants an answer to be in hand; null when it says nothing of this urgency.</summary>
    public ServiceLevel? ServiceLevel { get; internal init; }

    /// <summary>Other doors that a person can point to. Never sent by machine; pointing stops no clock.</summary>
    public IReadOnlyList<Signpost> Signposts { get; internal init; } = [];

    /// <summary>Answers of the policy that a person may use. Never sent by machine.</summary>
    public IReadOnlyList<SuggestedAnswer> SuggestedAnswers { get; internal init; } = [];

    /// <summary>The language in which an answer is asked for, as a BCP 47 tag: <c>cy</c> for a message in Welsh; null when nothing asks for one.</summary>
    public string? ReplyIn { get; internal init; }

    /// <summary>From 0 (none) to 100: by need; reach counts only as the policy says, and not at all by default.</summary>
    public int Priority { get; internal init; }

    /// <summary>How many points of <see cref="Priority"/> come from the author's reach: 0 unless the policy gives it weight.</summary>
    public int Reach { get; internal init; }

    /// <summary>Whether a person must look before anything is taken as decided; <see cref="Why"/> says why.</summary>
    public bool NeedsHuman { get; internal init; }

    /// <summary>Why a person must look, and what moved the priority, in words.</summary>
    public IReadOnlyList<string> Why { get; internal init; } = [];

    /// <summary>Why a person must find a duty: no rule is loaded for what the message is, in words; empty where every clock runs.</summary>
    internal IEnumerable<string> Unruled => Why.Where(ObligationClock.IsUnruled);

    /// <summary>The stretches of text that speak for a label, in order of place.</summary>
    public IReadOnlyList<Evidence> Evidence { get; internal init; } = [];

    /// <summary>A second opinion that was asked for and accepted; null when none was.</summary>
    public Opinion? Opinion { get; internal init; }
}

/// <summary>How soon someone must act.</summary>
public enum Urgency
{
    /// <summary>Within the team's ordinary time.</summary>
    Routine,

    /// <summary>Within a working day or so.</summary>
    Soon,

    /// <summary>Within hours.</summary>
    Urgent,

    /// <summary>At once, at any hour.</summary>
    Emergency,
}

/// <summary>How a writer feels: three shares that sum to 1.</summary>
/// <param name="Label"><c>negative</c>, <c>neutral</c>, <c>positive</c>, or <c>unknown</c> when it could not be judged.</param>
/// <param name="Negative">From 0 to 1.</param>
/// <param name="Neutral">From 0 to 1.</param>
/// <param name="Positive">From 0 to 1.</param>
public sealed record Sentiment(string Label, float Negative, float Neutral, float Positive)
{
    /// <summary>Not judged: no score is shown as fact.</summary>
    public static Sentiment Unknown { get; } = new("unknown", 0, 0, 0);
}

/// <summary>A label and how sure it is.</summary>
/// <param name="Name">The label.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record Label(string Name, float Confidence);

/// <summary>A team that gets a message, and why.</summary>
/// <param name="Team">The team's id in the policy.</param>
/// <param name="Because">The rules and findings that sent it there, in words; never empty.</param>
public sealed record Route(string Team, IReadOnlyList<string> Because)
{
    /// <summary>Whether a person gave this very message to the team, by a correction.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ByPerson { get; init; }
}

/// <summary>A duty that the law puts on an answer.</summary>
/// <param name="Rule">The rule's id in the dated data, as <c>foi-2000</c>.</param>
/// <param name="Nation"><c>england</c>, <c>wales</c>, <c>scotland</c> or <c>northern-ireland</c>.</param>
/// <param name="Act">What must be done: <c>answer</c> or <c>acknowledge</c>.</param>
/// <param name="Start">The day it was received.</param>
/// <param name="Due">The last day.</param>
/// <param name="Source">Where the rule stands.</param>
public sealed record Obligation(string Rule, string Nation, string Act, DateOnly Start, DateOnly Due, string Source);

/// <summary>How soon the organisation itself wants to answer. No duty of the law, and none is met by it.</summary>
/// <param name="Due">The instant, with the offset of the zone's wall clock then.</param>
/// <param name="Rule">The policy's rule, in words.</param>
public sealed record ServiceLevel(DateTimeOffset Due, string Rule);

/// <summary>Words that a person can send when a message needs another door.</summary>
/// <param name="To">The team that they point to.</param>
/// <param name="Account">The account that they point to, by its handle; null when they point to none.</param>
/// <param name="Words">The words.</param>
/// <param name="Because">The findings for which they are offered; never empty.</param>
public sealed record Signpost(string To, string? Account, string Words, IReadOnlyList<string> Because);

/// <summary>An answer to a common question.</summary>
/// <param name="Question">The question, in plain words.</param>
/// <param name="Answer">The answer.</param>
public sealed record SuggestedAnswer(string Question, string Answer);

/// <summary>A stretch of text that speaks for a label.</summary>
/// <param name="Start">In UTF-16 units.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="For">The label it speaks for, as <c>flag:threat</c> or <c>theme:Parking</c>.</param>
public sealed record Evidence(int Start, int Length, string For);

/// <summary>What a second opinion said of a message, as it was accepted. It stands beside what triage found itself.</summary>
/// <param name="Model">Which model it came from.</param>
/// <param name="Sentiment">Null when it named none.</param>
/// <param name="Kinds">The kinds it named.</param>
/// <param name="Themes">The themes it named.</param>
/// <param name="Urgency">Null when it named none; one below triage's own changes nothing.</param>
/// <param name="Reason">Its reason, in its own words, on one line.</param>
public sealed record Opinion(
    string Model, string? Sentiment, IReadOnlyList<string> Kinds, IReadOnlyList<string> Themes, string? Urgency, string Reason);
