using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage.Policies;

/// <summary>What must be true of signposts, suggested answers and accounts of note.</summary>
internal sealed class OfferChecks(PolicyFile file, IReadOnlySet<string> teams)
{
    private static readonly string[] AccountKinds = ["elected", "press", "partner", "candidate"];

    public IEnumerable<(IReadOnlyList<string> Words, string Reason)> Faults() => Accounts().Concat(Signposts()).Concat(Answers());

    private IEnumerable<(IReadOnlyList<string>, string)> Accounts()
    {
        foreach (var account in file.AccountsOfNote ?? [])
        {
            if (!AccountKinds.Contains(account.Kind))
            {
                yield return (["accountsOfNote", account.Handle], $"\"{account.Kind}\" is no kind of account: {string.Join(", ", AccountKinds)}");
            }

            if (account.Handle.Length == 0)
            {
                yield return (["accountsOfNote"], "an account of note has no \"handle\"");
            }
        }
    }

    private IEnumerable<(IReadOnlyList<string>, string)> Signposts()
    {
        foreach (var signpost in file.Signposts ?? [])
        {
            if (!teams.Contains(signpost.To))
            {
                yield return (["signposts", signpost.To], $"a signpost names \"{signpost.To}\", which is no team");
            }

            if (signpost.Words.Length == 0)
            {
                yield return (["signposts", signpost.To], $"the signpost to \"{signpost.To}\" has no words");
            }

            if (signpost.When.Kinds is not { Count: > 0 } && signpost.When.Flags is not { Count: > 0 })
            {
                yield return (["signposts", signpost.To], $"the signpost to \"{signpost.To}\" does not say when it is offered");
            }

            var unknown = PolicyChecks.Unknown(signpost.When.Kinds, Vocabulary.Kinds, "kind")
                .Concat(PolicyChecks.Unknown(signpost.When.Flags, Vocabulary.Flags, "flag"));
            foreach (var (word, reason) in unknown)
            {
                yield return (["signposts", word], reason);
            }
        }
    }

    private IEnumerable<(IReadOnlyList<string>, string)> Answers()
    {
        foreach (var suggested in file.SuggestedAnswers ?? [])
        {
            if (suggested.Question.Length == 0 || suggested.Answer.Length == 0 || suggested.Phrases.Count == 0)
            {
                yield return (["suggestedAnswers", suggested.Question], $"the suggested answer \"{suggested.Question}\" must have a question, phrases and an answer");
            }

            foreach (var phrase in suggested.Phrases.Where(phrase => !PolicyChecks.HasWords(phrase)))
            {
                yield return (["suggestedAnswers", phrase], $"the phrase \"{phrase}\" has no word in it");
            }
        }
    }
}
