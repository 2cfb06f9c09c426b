using System.Numerics;
using Comms.Core.Documents.Rendering;
using Comms.Core.RoundUps.Selection;
using Comms.Core.Text;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>
/// Fills the words that are left: first what must be known, the most pressing first; then, of the rest, what is worth most.
/// A voice is worth one more than its need, and that much again for each doubling of those who say it.
/// </summary>
internal sealed class BriefingChoice
{
    private readonly BriefingPage _page;
    private readonly List<Voice> _unfit = [];

    public BriefingChoice(BriefingPage page, IReadOnlyList<Voice> voices, int words)
    {
        _page = page;
        var judged = voices.Select(voice => (Voice: voice, Why: page.Days.MustKnow(voice))).ToArray();
        var musts = judged.Where(each => each.Why is not null)
            .OrderBy(each => each.Why).ThenByDescending(each => Need(each.Voice)).ThenBy(each => each.Voice.First.At)
            .ThenBy(each => each.Voice.First.MessageId, StringComparer.Ordinal);
        foreach (var (voice, why) in musts)
        {
            words -= Place(voice, why!.Value, words);
        }

        Voice[] rest = [.. judged.Where(each => each.Why is null).Select(each => each.Voice)];
        Voice[] heard = [.. OfEachAuthor(rest)];
        DrawnCard[] cards = [.. heard.Select(Draw)];
        Proof = BestChoice.Of(
            [.. cards.Select(card => new Candidate(Worth(card.Voice), Words(card), [.. page.Days.Subjects(card.Voice.First)]))], words,
            new BestChoiceOptions { Coverage = page.Request.Coverage });
        Chosen = [.. Proof.Chosen.Select(at => cards[at]).OrderByDescending(card => Worth(card.Voice))];
        LeftOut = new LeftOut
        {
            MustKnow = _unfit,
            SameAuthor = [.. rest.Except(heard)],
            WorthLess = [.. heard.Index().ExceptBy(Proof.Chosen, each => each.Index).Select(each => each.Item)],
        };
    }

    /// <summary>What must be known, the most pressing first.</summary>
    public List<DrawnCard> MustKnow { get; } = [];

    /// <summary>What is shown for its worth, the worthiest first.</summary>
    public IReadOnlyList<DrawnCard> Chosen { get; }

    /// <summary>How good that choice is.</summary>
    public Choice Proof { get; }

    public LeftOut LeftOut { get; }

    private int Place(Voice voice, MustKnow why, int words)
    {
        var card = Draw(voice, why);
        var length = Words(card);
        if (length > words)
        {
            _unfit.Add(voice);
            return 0;
        }

        MustKnow.Add(card);
        return length;
    }

    private IEnumerable<Voice> OfEachAuthor(IEnumerable<Voice> voices) =>
        voices.GroupBy(voice => voice.First.Author?.Handle ?? voice.First.MessageId, StringComparer.Ordinal)
            .SelectMany(author => author.OrderByDescending(Worth).ThenBy(voice => voice.First.At).Take(_page.Request.MostOfOneAuthor))
            .OrderBy(voice => voice.First.At).ThenBy(voice => voice.First.MessageId, StringComparer.Ordinal);

    private DrawnCard Draw(Voice voice) => _page.Draw(voice, marks: Others(voice));

    private DrawnCard Draw(Voice voice, MustKnow why) => _page.Draw(voice, marks: Others(voice), alert: why switch
    {
        Briefings.MustKnow.Safety => "Safety",
        Briefings.MustKnow.Press => "Press",
        _ => "Complaint",
    });

    private static IEnumerable<string> Others(Voice voice) =>
        voice.Others.Count == 0 ? [] : [Wording.Others(voice.Others.Count)];

    private static int Words(DrawnCard drawn) => PlainTextRenderer.Words(drawn.Card);

    private static int Need(Voice voice) => voice.Messages.Max(message => message.Findings.Priority);

    private static double Worth(Voice voice) => (1 + Need(voice)) * (1d + BitOperations.Log2((uint)voice.Others.Count + 1));
}
