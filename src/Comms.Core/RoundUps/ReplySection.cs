using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>What needs a reply, the most pressing first.</summary>
internal static class ReplySection
{
    public static void Write(RoundUpPage page)
    {
        TriagedMessage[] waiting = [.. page.Week.ToAnswer()];
        if (waiting.Length == 0)
        {
            return;
        }

        page.Heading("Needs a reply");
        HeldBack.Say(page, page.Request.Vocabulary, [.. waiting.Where(page.Week.IsHeldBack)]);
        var order = waiting.Select(message => message.MessageId).Index().ToDictionary(each => each.Item, each => each.Index, StringComparer.Ordinal);
        Voice[] voices =
        [
            .. page.Week.Voices.Among(waiting.Where(message => !page.Week.IsHeldBack(message)))
                .OrderBy(voice => voice.Others.Append(voice.First).Min(message => order[message.MessageId])),
        ];
        foreach (var voice in voices.Take(page.Request.MostCards))
        {
            page.Card(voice, marks: Marks(voice), alert: Alert(voice));
        }

        Remaining.Say(page, voices.Skip(page.Request.MostCards), "more waits in the case list", "more wait in the case list");
    }

    private static string? Alert(Voice voice) =>
        Findings(voice).Max(findings => findings.Urgency) is var urgency and > Urgency.Routine ? urgency.ToString() : null;

    private static IEnumerable<TriageFindings> Findings(Voice voice) =>
        voice.Messages.Select(message => message.Findings);

    private static IEnumerable<string> Marks(Voice voice)
    {
        var all = Findings(voice).ToArray();
        var due = all.SelectMany(findings => findings.Obligations).OrderBy(duty => duty.Due).ThenBy(duty => duty.Rule, StringComparer.Ordinal).FirstOrDefault();
        return
        [
            .. all.SelectMany(findings => findings.Flags).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Wording.Label),
            .. voice.First.Findings.Kinds.Select(kind => Wording.Label(kind.Name)),
            .. due is null ? Array.Empty<string>() : [$"{due.Act} by {Wording.Day(due.Due)} ({due.Rule})"],
        ];
    }
}
