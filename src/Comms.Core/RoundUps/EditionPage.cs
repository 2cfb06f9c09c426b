using Comms.Core.Documents;
using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>Collects an edition's blocks, and with each the evidence for what it says.</summary>
/// <param name="zone">In which times are shown.</param>
/// <param name="longestQuote">The longest passage that is shown of a message, in UTF-16 units.</param>
/// <param name="keepsEvidence">False for a page of which only the words are counted: what stands behind its counts is not kept.</param>
internal class EditionPage(string zone, int longestQuote, bool keepsEvidence = true)
{
    // The opening states the reading time of all that follows, so its place is kept until that is known.
    private readonly List<Block> _blocks = [new Paragraph("")];
    private readonly List<EditionClaim> _evidence = [];
    private readonly List<TriagedMessage> _quoted = [];
    private int _place;

    public ZoneClock Clock { get; } = new(zone);

    public IReadOnlyList<Block> Blocks => _blocks;

    public IReadOnlyList<EditionClaim> Evidence => _evidence;

    /// <summary>The messages whose words are on a card so far.</summary>
    public IReadOnlyList<TriagedMessage> Quoted => _quoted;

    /// <summary>Adds a block; the claims that follow speak for it.</summary>
    public EditionPage Add(Block block)
    {
        _place = _blocks.Count;
        _blocks.Add(block);
        return this;
    }

    /// <summary>Puts the opening in the place kept for it; the claims that follow speak for it.</summary>
    public EditionPage Open(Block opening)
    {
        _place = 0;
        _blocks[_place] = opening;
        return this;
    }

    public EditionPage Heading(string text, int level = 2) => Add(new Heading(text, level));

    /// <summary>Says that the last block counts these messages.</summary>
    public EditionPage Counting(string says, IEnumerable<TriagedMessage> messages)
    {
        if (keepsEvidence)
        {
            _evidence.Add(new EditionClaim.Counted(_place, says, [.. messages.Select(message => message.MessageId)]));
        }

        return this;
    }

    /// <summary>Says where a number of the last block comes from that counts no message of the period; words without a number need no source.</summary>
    public EditionPage Given(string says, string source)
    {
        if (says.Any(char.IsDigit))
        {
            _evidence.Add(new EditionClaim.Given(_place, says, source));
        }

        return this;
    }

    /// <summary>Shows a voice as a card, in its own words.</summary>
    public void Card(Voice voice, string? label = null, IEnumerable<string>? marks = null, string? alert = null) =>
        Place(Draw(voice, label, marks, alert).WithOthers(voice.Others.Select(Link)));

    /// <summary>A card as it would stand, those who say the same not on it yet.</summary>
    public DrawnCard Draw(Voice voice, string? label = null, IEnumerable<string>? marks = null, string? alert = null)
    {
        var message = voice.First;
        var passage = Passage.Of(message, longestQuote, label);
        var card = new MessageCard(Redaction.Apply(message.Text, message.Findings.PersonalData, passage.Start, passage.Length), Who(message), message.Url, Clock.Show(message.At))
        {
            Source = message.Source,
            Tone = Tones.Of(message),
            Alert = alert,
            Marks = [.. marks ?? []],
            Excerpt = passage.Length < message.Text.Trim().Length,
        };
        return new DrawnCard(voice, card, passage);
    }

    /// <summary>Adds a card with its evidence.</summary>
    public void Place(DrawnCard drawn)
    {
        var (voice, card, passage) = drawn;
        Add(card);
        _evidence.Add(new EditionClaim.Quoted(
            _place, voice.First.MessageId, passage.Start, passage.Length, [.. voice.Others.Select(other => other.MessageId)]));
        _quoted.Add(voice.First);
    }

    private static string? Who(TriagedMessage message) =>
        message.Author is not { } author ? null
        : author.Name is { } name && name != author.Handle ? $"{name} ({author.Handle})"
        : author.Handle;

    private CardLink Link(TriagedMessage other) =>
        new((other.Author?.Handle ?? "Anonymous") + ", " + Wording.Day(Clock.DayOf(other.At)), other.Url);
}
