using Comms.Core.Triage.Signals;
using Comms.Core.Triage.Trials;

namespace Comms.Core.Triage;

/// <summary>
/// Finds the stretches of text that speak for each label, and names none that was not tried: without them the label is
/// gone or scores lower. A label that holds whatever is left out, as one that the author's account gives, has none.
/// </summary>
internal sealed class EvidenceFinder(SignalTable signals, LabelTable labels)
{
    private const int MostRounds = 4;

    public IReadOnlyList<Evidence> Find(string text, in MessageContext context, TriageResult result, Workspace space)
    {
        var claims = space.Claims;
        claims.Clear();
        Claim.AddAll(result, claims);
        space.Words.Read(text, in context, claims, result);
        space.Trial.Begin(text, in context);
        var found = new List<Evidence>();
        foreach (var claim in claims)
        {
            foreach (var stretch in Proven(claim, result, space))
            {
                found.Add(new Evidence(stretch.Start, stretch.Length, claim.Label));
            }
        }

        found.Sort(static (one, other) => one.Start.CompareTo(other.Start) is not 0 and var by ? by
            : string.CompareOrdinal(one.For, other.For) is not 0 and var byLabel ? byLabel : one.Length.CompareTo(other.Length));
        return found;
    }

    private List<Stretch> Proven(Claim claim, TriageResult result, Workspace space)
    {
        var score = claim.ScoreIn(result);
        foreach (var stretches in Choices(claim, result, space))
        {
            if (space.Trial.Lowers(claim, score, stretches))
            {
                return stretches;
            }
        }

        return [];
    }

    private IEnumerable<List<Stretch>> Choices(Claim claim, TriageResult result, Workspace space)
    {
        var phrases = Phrases(claim, result, static (start, end, _) => new Stretch(start, end), space.Trial);
        for (var round = 0; phrases.Count > 0 && round < MostRounds; round++)
        {
            yield return phrases;
            var more = Join(phrases, Phrases(claim, space.Trial.Result, static (start, end, trial) => trial.InWhole(start, end), space.Trial));
            if (more.Count == phrases.Count)
            {
                break;
            }

            phrases = more;
        }

        foreach (var words in WordChoices(claim, result, space.Words))
        {
            yield return Join(phrases, words);
        }
    }

    /// <summary>What a label of the model rests on, and a kind that the tone gives.</summary>
    private static IEnumerable<List<Stretch>> WordChoices(Claim claim, TriageResult result, LearntWords words)
    {
        var tone = new Claim(ClaimOf.Sentiment, result.Sentiment);
        return claim switch
        {
            (ClaimOf.Kind, "question") => [words.Marked(TokenMarks.Asks)],
            (ClaimOf.Kind, "concern") when result.Sentiment == "positive" => [words.Marked(TokenMarks.Contrasts)],
            (ClaimOf.Kind, "concern" or "compliment") => words.Choices(tone),
            _ => words.Choices(claim),
        };
    }

    private List<Stretch> Phrases(Claim claim, TriageResult result, Func<int, int, Trial, Stretch> place, Trial trial)
    {
        var found = new List<Stretch>();
        foreach (ref readonly var match in result.Scan!.Matches.Items)
        {
            var stretch = match.Excused || signals.ExcusedBy(match.Signal) >= 0 || !SpeaksFor(claim, match.Signal)
                ? default
                : place(match.Start, match.End, trial);
            if (stretch.Length > 0 && !found.Contains(stretch))
            {
                found.Add(stretch);
            }
        }

        found.Sort();
        return found;
    }

    private bool SpeaksFor(Claim claim, int signal)
    {
        ref readonly var meaning = ref labels[signals.LabelOf(signal)];
        return claim.Of switch
        {
            ClaimOf.Flag => meaning.Role == LabelRole.Flag && meaning.Name == claim.Name,
            ClaimOf.Kind => meaning.Role == LabelRole.Kind && meaning.Name == claim.Name,
            ClaimOf.Urgency => SoonestOf(in meaning, signals[signal].Urgency) >= claim.Urgency,
            _ => false,
        };
    }

    private static Urgency SoonestOf(ref readonly LabelMeaning meaning, Urgency? own) => meaning.Role switch
    {
        LabelRole.Urgency => (Urgency)meaning.Index,
        LabelRole.Flag or LabelRole.Kind => own > meaning.Urgency ? own.Value : meaning.Urgency,
        _ => Urgency.Routine,
    };

    private static List<Stretch> Join(List<Stretch> some, List<Stretch> others) =>
        some.Count == 0 ? others : [.. some.Concat(others).Distinct().Order()];
}
