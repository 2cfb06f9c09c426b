using System.Globalization;
using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage.Opinions;

/// <summary>When a second opinion is asked for, what it may see, which answer counts, and what it may change.</summary>
internal static class OpinionRules
{
    private const float UnsureBelow = 0.45f;
    private const float Confidence = 0.5f;
    private const int LongestReason = 200;

    private static readonly string[] Sentiments = ["negative", "neutral", "positive"];
    private static readonly string[] Urgencies = ["routine", "soon", "urgent", "emergency"];

    /// <summary>
    /// A message in English whose sentiment or kind is not clear. One with a flag goes to a person as it is, and what it
    /// says goes nowhere else.
    /// </summary>
    public static bool IsUnsure(TriageFindings findings) =>
        findings is { Language: "en", Flags.Count: 0 } && (findings.Kinds.Count == 0 || Share(findings.Sentiment) < UnsureBelow);

    public static OpinionRequest Request(TriagedMessage message, Triager triager, OpinionOptions options) => new()
    {
        Text = Outgoing.Text(message.Text, options.LongestText),
        Sentiments = Sentiments,
        Kinds = Vocabulary.Kinds,
        Themes = triager.Themes,
        Urgencies = Urgencies,
        LongestAnswer = options.LongestAnswer,
    };

    /// <summary>Why an answer does not count; null when it does. A message may talk a model into anything but a label that was offered.</summary>
    public static string? FaultOf(OpinionAnswer answer, OpinionRequest request)
    {
        var strays = Strays(answer.Sentiment is null ? [] : [answer.Sentiment], request.Sentiments)
            || Strays(answer.Kinds, request.Kinds)
            || Strays(answer.Themes, request.Themes)
            || Strays(answer.Urgency is null ? [] : [answer.Urgency], request.Urgencies);
        return strays ? "it names a label that was not offered"
            : answer.Sentiment is null && answer.Urgency is null && answer.Kinds.Count == 0 && answer.Themes.Count == 0 ? "it names no label"
            : null;
    }

    /// <summary>Adds to the first answer; takes nothing from it.</summary>
    public static TriagedMessage Apply(TriagedMessage message, OpinionAnswer answer)
    {
        var first = message.Findings;
        var urgency = answer.Urgency is { } named ? (Urgency)Array.IndexOf(Urgencies, named) : Urgency.Routine;
        var raised = urgency > first.Urgency;
        var opinion = new Opinion(Plain(answer.Model), answer.Sentiment, [.. answer.Kinds.Distinct()], [.. answer.Themes.Distinct()], answer.Urgency, Plain(answer.Reason));
        var unsureOfTone = first.Sentiment.Label != Sentiment.Unknown.Label && Share(first.Sentiment) < UnsureBelow;
        return new TriagedMessage(message, new TriageFindings
        {
            Language = first.Language,
            Sentiment = unsureOfTone && answer.Sentiment is { } tone ? first.Sentiment with { Label = tone } : first.Sentiment,
            Kinds = Added(first.Kinds, opinion.Kinds),
            Themes = Added(first.Themes, opinion.Themes),
            Urgency = raised ? urgency : first.Urgency,
            UrgencyConfidence = raised ? Confidence : first.UrgencyConfidence,
            Flags = first.Flags,
            PersonalData = first.PersonalData,
            Routes = first.Routes,
            Obligations = first.Obligations,
            Priority = raised ? Math.Max(first.Priority, NeedJudge.PriorityOf(urgency)) : first.Priority,
            NeedsHuman = first.NeedsHuman,
            Why = [.. first.Why, Words(opinion)],
            Evidence = first.Evidence,
            Opinion = opinion,
        });
    }

    private static bool Strays(IReadOnlyList<string> given, IReadOnlyList<string> offered) => given.Any(label => !offered.Contains(label));

    private static Label[] Added(IReadOnlyList<Label> first, IReadOnlyList<string> named) =>
        [.. first, .. named.Where(name => first.All(label => label.Name != name)).Select(name => new Label(name, Confidence))];

    private static float Share(Sentiment sentiment) => sentiment.Label switch
    {
        "negative" => sentiment.Negative,
        "neutral" => sentiment.Neutral,
        "positive" => sentiment.Positive,
        _ => 1,
    };

    private static string Words(Opinion opinion)
    {
        var labels = new[] { opinion.Sentiment, opinion.Urgency }.OfType<string>().Concat(opinion.Kinds).Concat(opinion.Themes);
        return string.Create(CultureInfo.InvariantCulture, $"second opinion of {opinion.Model}: {string.Join(", ", labels)}; {opinion.Reason}");
    }

    /// <summary>One line of bounded length without personal data: it was written outside.</summary>
    private static string Plain(string words) =>
        Outgoing.Text(string.Concat(words.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)), LongestReason).Trim();
}
