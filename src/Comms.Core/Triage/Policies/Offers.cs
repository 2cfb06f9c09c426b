using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage.Policies;

/// <summary>What the policy offers a person who answers: signposts, suggested answers, who the author is. Sends nothing.</summary>
internal sealed class Offers(PolicyFile policy, LabelTable labels)
{
    private readonly Dictionary<string, string> _accounts = (policy.AccountsOfNote ?? [])
        .DistinctBy(account => account.Handle)
        .ToDictionary(account => account.Handle, account => account.Kind, StringComparer.Ordinal);

    public IReadOnlyList<Signpost> Signposts(TriageResult result)
    {
        var offered = new List<Signpost>();
        foreach (var signpost in policy.Signposts ?? [])
        {
            var kinds = Met("kind", signpost.When.Kinds, result.Kinds.ToArray().Select(kind => kind.Name));
            var flags = Met("flag", signpost.When.Flags, result.Flags.ToArray());
            if (kinds?.Length != 0 && flags?.Length != 0)
            {
                offered.Add(new Signpost(signpost.To, signpost.Account, signpost.Words, [.. kinds ?? [], .. flags ?? []]));
            }
        }

        return offered;
    }

    public IReadOnlyList<SuggestedAnswer> Answers(TriageResult result)
    {
        var asked = new SortedSet<int>();
        foreach (ref readonly var match in result.Scan!.Matches.Items)
        {
            ref readonly var meaning = ref labels[result.Scan.Matches.LabelOf(match.Signal)];
            if (meaning.Role == LabelRole.Answer)
            {
                asked.Add(meaning.Index);
            }
        }

        return [.. asked.Select(index => policy.SuggestedAnswers![index]).Select(answer => new SuggestedAnswer(answer.Question, answer.Answer))];
    }

    public IEnumerable<string> AccountOf(in MessageContext context) =>
        context.Author is { } author && _accounts.TryGetValue(author.Handle, out var kind)
            ? [$"it comes from an account of note: {author.Handle} ({kind})"]
            : [];

    /// <summary>Null when nothing is asked; empty when what is asked is not met.</summary>
    private static string[]? Met(string what, IReadOnlyList<string>? asked, IEnumerable<string> found) =>
        asked is null ? null : [.. found.Where(asked.Contains).Select(name => $"{what} {name}")];
}
