using System.Runtime.InteropServices;
using Comms.Core.RoundUps.Selection;
using Comms.Core.Text;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>
/// Fills the words that are left: first what must be known, the most pressing first; then, of the rest, what is worth most.
/// </summary>
internal sealed class BriefingChoice
{
    private readonly BriefingPage _page;
    private readonly List<Voice> _unfit = [];

    public BriefingChoice(BriefingPage page, IReadOnlyList<Voice> voices, int words)
    {
        _page = page;
        var judged = SideBySide.Select(voices, voice => new JudgedVoice(page, voice));
        foreach (var must in Pressing(judged))
        {
            words -= Place(must, words);
        }

        JudgedVoice[] rest = [.. judged.Where(each => each.Why is null)];
        var repeated = BeyondMostOfOneAuthor(rest);
        JudgedVoice[] heard = [.. rest.Where(each => !repeated.Contains(each))];
        Proof = BestChoice.Of(
            [.. heard.Select(each => new Candidate(each.Worth, each.Words, each.Subjects))], words,
            new BestChoiceOptions { Coverage = page.Request.Coverage });
        Chosen = [.. Proof.Chosen.Select(at => heard[at]).OrderByDescending(each => each.Worth).Select(each => page.Draw(each.Voice, each.Why))];
        var chosen = Proof.Chosen.ToHashSet();
        LeftOut = new LeftOut
        {
            MustKnow = _unfit,
            SameAuthor = [.. rest.Where(repeated.Contains).Select(each => each.Voice)],
            WorthLess = [.. heard.Where((_, at) => !chosen.Contains(at)).Select(each => each.Voice)],
        };
    }

    /// <summary>What must be known, the most pressing first.</summary>
    public List<DrawnCard> MustKnow { get; } = [];

    /// <summary>What is shown for its worth, the worthiest first.</summary>
    public IReadOnlyList<DrawnCard> Chosen { get; }

    /// <summary>How good that choice is.</summary>
    public Choice Proof { get; }

    public LeftOut LeftOut { get; }

    private static IEnumerable<JudgedVoice> Pressing(IEnumerable<JudgedVoice> judged) =>
        judged.Where(each => each.Why is not null)
            .OrderBy(each => each.Why).ThenByDescending(each => each.Need).ThenBy(each => each.Voice.First.At)
            .ThenBy(each => each.Voice.First.MessageId, StringComparer.Ordinal);

    private int Place(JudgedVoice must, int words)
    {
        if (must.Words > words)
        {
            _unfit.Add(must.Voice);
            return 0;
        }

        MustKnow.Add(_page.Draw(must.Voice, must.Why));
        return must.Words;
    }

    /// <summary>What stands after as many of the same author as are shown, the worthiest first.</summary>
    private HashSet<JudgedVoice> BeyondMostOfOneAuthor(JudgedVoice[] voices)
    {
        var most = _page.Request.MostOfOneAuthor;
        var voicesOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var voice in voices)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(voicesOf, voice.Author, out _)++;
        }

        return [.. voices.Where(voice => voicesOf[voice.Author] > most)
            .GroupBy(voice => voice.Author, StringComparer.Ordinal)
            .SelectMany(author => author.OrderByDescending(voice => voice.Worth).ThenBy(voice => voice.Voice.First.At).Skip(most))];
    }
}
