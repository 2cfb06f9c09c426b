using System.Collections;
using Comms.Core.Documents;
using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>
/// Checks an edition against its messages, knowing nothing of how it was composed: a quotation is an exact part of its
/// message, a count equals its evidence, those folded under a card say the same, and no number stands without a claim.
/// </summary>
internal sealed class EditionProof
{
    private readonly EditionContent _content;
    private readonly TriagedMessage[] _messages;
    private readonly Dictionary<string, int> _places;
    private readonly BitArray _named;
    private readonly List<string> _faults = [];

    private EditionProof(EditionContent content, IEnumerable<TriagedMessage> messages)
    {
        _content = content;
        _messages = [.. messages];
        _places = new Dictionary<string, int>(_messages.Length, StringComparer.Ordinal);
        _named = new BitArray(_messages.Length);
        foreach (var message in _messages)
        {
            _places.Add(message.MessageId, _places.Count);
        }
    }

    /// <exception cref="EditionException">Something is not borne out.</exception>
    public static void Check(EditionContent content, IEnumerable<TriagedMessage> messages)
    {
        var faults = Faults(content, messages);
        if (faults.Count > 0)
        {
            throw new EditionException("The edition was not made: " + string.Join(" ", faults));
        }
    }

    public static IReadOnlyList<string> Faults(EditionContent content, IEnumerable<TriagedMessage> messages)
    {
        var proof = new EditionProof(content, messages);
        foreach (var claim in content.Evidence)
        {
            proof.CheckClaim(claim);
        }

        for (var place = 0; place < content.Document.Blocks.Count; place++)
        {
            proof.CheckBlock(place);
        }

        return proof._faults;
    }

    private void CheckClaim(EditionClaim claim)
    {
        if (claim.Block < 0 || claim.Block >= _content.Document.Blocks.Count)
        {
            _faults.Add($"A claim speaks for block {claim.Block}, which is not there.");
            return;
        }

        switch (claim)
        {
            case EditionClaim.Counted counted:
                CheckCount(counted);
                break;
            case EditionClaim.Quoted quoted:
                CheckQuote(quoted);
                break;
        }
    }

    private void CheckCount(EditionClaim.Counted claim)
    {
        var numbers = ClaimedText.Numbers(claim.Says);
        Require(claim.Block, numbers is [var number] && number == Wording.Number(claim.MessageIds.Count), "a count differs from its evidence");
        Require(claim.Block, AreKnown(claim.MessageIds), "a count names a message twice or one that is not there");
    }

    private void CheckQuote(EditionClaim.Quoted claim)
    {
        if (_content.Document.Blocks[claim.Block] is not MessageCard card || Find(claim.MessageId) is not { } message
            || claim.Start < 0 || claim.Length < 0 || claim.Start > message.Text.Length - claim.Length)
        {
            _faults.Add($"Block {claim.Block}: a quotation has no source.");
            return;
        }

        Require(claim.Block, card.Text == Redaction.Apply(message.Text, message.Findings.PersonalData, claim.Start, claim.Length), "a quotation is not an exact part of its message");
        Require(claim.Block, card.Tone == Tones.Of(message) && card.Url == message.Url && card.At == message.At, "a card is not its message's");
        Require(claim.Block, card.Excerpt || claim.Length == message.Text.Trim().Length, "a part is shown as the whole");
        Require(claim.Block, NamesOthers(card, claim.Others.Count) && AreKnown([.. claim.Others, claim.MessageId]), "those folded are not those named");
        Require(claim.Block, claim.Others.All(other => Find(other) is { } found && SaysTheSame(message, found)), "someone is folded who said something else");
    }

    /// <summary>Whether a card lists each of those folded under it or, listing none, says how many there are.</summary>
    private static bool NamesOthers(MessageCard card, int others) =>
        card.Others.Count == others || (card.Others.Count == 0 && card.Marks.Contains(Wording.Others(others)));

    private void CheckBlock(int place)
    {
        var block = _content.Document.Blocks[place];
        var claims = _content.Evidence.Where(claim => claim.Block == place).ToArray();
        if (block is MessageCard or Quote)
        {
            Require(place, claims is [EditionClaim.Quoted], "a quotation has no evidence, or too much");
            return;
        }

        var text = ClaimedText.Of(block);
        var free = ClaimedText.Numbers(text).ToList();
        foreach (var says in claims.Select(Says))
        {
            Require(place, text.Contains(says, StringComparison.Ordinal), "a claim is about words that are not there");
            Require(place, ClaimedText.Numbers(says).All(free.Remove), "a number is claimed twice");
        }

        Require(place, free.Count == 0, "a number has no evidence");
    }

    private static string Says(EditionClaim claim) => claim switch
    {
        EditionClaim.Counted counted => counted.Says,
        EditionClaim.Given given => given.Says,
        _ => "",
    };

    private TriagedMessage? Find(string id) => _places.TryGetValue(id, out var place) ? _messages[place] : null;

    /// <summary>Whether each is a message of the period, and none is named twice.</summary>
    private bool AreKnown(IReadOnlyList<string> ids)
    {
        _named.SetAll(false);
        foreach (var id in ids)
        {
            if (!_places.TryGetValue(id, out var place) || _named[place])
            {
                return false;
            }

            _named[place] = true;
        }

        return true;
    }

    private static bool SaysTheSame(TriagedMessage first, TriagedMessage other) =>
        first.Findings.Sentiment.Label == other.Findings.Sentiment.Label
        && NearDuplicates.Fold([first.Text, other.Text])[1] == 0;

    private void Require(int place, bool holds, string otherwise)
    {
        if (!holds)
        {
            _faults.Add($"Block {place}: {otherwise}.");
        }
    }
}
