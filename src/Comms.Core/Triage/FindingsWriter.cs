using System.Globalization;
using Comms.Core.Triage.Corrections;
using Comms.Core.Triage.Languages;
using Comms.Core.Triage.Obligations;
using Comms.Core.Triage.Policies;

namespace Comms.Core.Triage;

/// <summary>Puts what was judged into lasting words: reasons, duties, evidence.</summary>
internal sealed class FindingsWriter(
    PolicyFile policy, Router router, ObligationClock clock, ServiceClock service, Offers offers, EvidenceFinder evidence)
{
    public TriageFindings Write(string text, DateTimeOffset at, in MessageContext context, Workspace space)
    {
        var result = space.Result;
        var why = new List<string>();
        var kinds = Labels(result.Kinds);
        var duties = clock.Start(kinds.Select(kind => kind.Name), at, why);
        var mustLook = result.NeedsHuman || why.Count > 0;
        why.AddRange(DoubtWords.Of(result));
        why.AddRange(CorrectionWords.Of(result));
        why.AddRange(offers.AccountOf(in context));
        why.Add(PriorityWords(result));
        return new TriageFindings
        {
            Language = result.Language,
            Sentiment = result.Sentiment == "unknown"
                ? Sentiment.Unknown
                : new Sentiment(result.Sentiment, result.Negative, result.Neutral, result.Positive),
            Kinds = kinds,
            Themes = Labels(result.Themes),
            Urgency = result.Urgency,
            UrgencyConfidence = result.UrgencyConfidence,
            Flags = result.Flags.ToArray(),
            PersonalData = result.PersonalData.ToArray(),
            Routes = Routes(text, in context, result),
            Obligations = duties,
            ServiceLevel = service.Of(result.Urgency, at),
            Signposts = offers.Signposts(result),
            SuggestedAnswers = offers.Answers(result),
            ReplyIn = result.Language == LanguageJudge.Welsh ? LanguageJudge.Welsh : null,
            Priority = result.Priority,
            Reach = (int)result.ReachPoints,
            NeedsHuman = mustLook,
            Why = why,
            Evidence = [.. evidence.Find(text, in context, result, space).Union(LearntEvidence.Find(text, result)).OrderBy(span => span.Start)],
        };
    }

    private static Label[] Labels(ReadOnlySpan<ScoredLabel> scored)
    {
        var labels = new Label[scored.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = new Label(scored[i].Name, scored[i].Confidence);
        }

        return labels;
    }

    private Route[] Routes(string text, in MessageContext context, TriageResult result)
    {
        var reasons = result.Teams.ToArray().ToDictionary(team => team, _ => new List<string>(), StringComparer.Ordinal);
        var words = new RouteWords(policy, router.Labels, text, context.Source, result);
        string? said = null;
        foreach (ref readonly var route in result.RouteBag.Items)
        {
            said = route.Rule == RouteReason.Said ? router.TeamName(route.Team) : said;
            reasons[router.TeamName(route.Team)].Add(words.Of(route.Rule));
        }

        return [.. result.Teams.ToArray().Select(team => new Route(
            team, reasons[team].Count > 0 ? reasons[team] : ["no rule sends it to a team: the desk decides"]) { ByPerson = team == said })];
    }

    private static string PriorityWords(TriageResult result)
    {
        var reach = ((int)result.ReachPoints).ToString(CultureInfo.InvariantCulture);
        var cause = result.Flags.Length > 0 ? $"flag {result.Flags[0]}"
            : result.Kinds.Length > 0 ? $"kind {result.Kinds[0].Name}"
            : "nothing that presses";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"priority {result.Priority} by need: urgency {result.Urgency.ToString().ToLowerInvariant()}, {cause}; reach adds {reach}");
    }
}
