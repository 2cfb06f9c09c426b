using Comms.Core.Documents;
using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>Says how many messages are not quoted because a person should read them first, and where they are.</summary>
internal static class HeldBack
{
    public static void Say(EditionPage page, RoundUpVocabulary vocabulary, IReadOnlyCollection<TriagedMessage> held)
    {
        if (held.Count == 0)
        {
            return;
        }

        var count = Wording.Count(held.Count, "message");
        var flags = held.SelectMany(message => message.Findings.Flags).Distinct(StringComparer.Ordinal)
            .Where(vocabulary.HeldBack.Contains).Order(StringComparer.Ordinal).Select(Wording.Label);
        var why = Wording.List([.. flags]);
        page.Add(new Callout($"{count} {(held.Count == 1 ? "is" : "are")} not quoted here before a person has read {(held.Count == 1 ? "it" : "them")} ({why})."))
            .Counting(count, held)
            .Given(why, "the policy");
    }
}
