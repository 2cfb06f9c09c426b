using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>
/// Folds messages that say the same. All are compared once; each section then asks for the voices among its own.
/// Messages that feel differently are never folded.
/// </summary>
internal sealed class Voices
{
    private readonly IReadOnlyList<TriagedMessage> _messages;
    private readonly Lazy<Dictionary<string, int>> _places;

    // For each message the place of the one that it repeats; its own place when it is the first to say so.
    private readonly int[] _firstToSay;

    /// <param name="messages">All messages, each once, earliest first.</param>
    public Voices(IReadOnlyList<TriagedMessage> messages)
    {
        _messages = messages;
        _places = new(() => messages.Index().ToDictionary(each => each.Item.MessageId, each => each.Index, StringComparer.Ordinal));
        _firstToSay = new int[messages.Count];
        int[][] feelings = [.. Enumerable.Range(0, messages.Count).GroupBy(place => messages[place].Findings.Sentiment.Label, StringComparer.Ordinal).Select(alike => alike.ToArray())];
        Parallel.ForEach(feelings, Compare);
    }

    /// <summary>The voices among some of the messages, earliest first.</summary>
    public List<Voice> Among(IEnumerable<TriagedMessage> messages) =>
        Among([.. messages.Select(message => _places.Value[message.MessageId]).Order()]);

    /// <summary>The voices among those at some places, earliest first.</summary>
    /// <param name="places">In ascending order.</param>
    public List<Voice> Among(int[] places)
    {
        List<(int First, Voice Voice)> voices = new(places.Length);
        foreach (var alike in places.GroupBy(place => _firstToSay[place]))
        {
            Gather(alike.Key, [.. alike], voices);
        }

        voices.Sort((one, other) => one.First.CompareTo(other.First));
        return voices.ConvertAll(each => each.Voice);
    }

    private void Compare(int[] places)
    {
        foreach (var (at, first) in Fold(places).Index())
        {
            _firstToSay[places[at]] = places[first];
        }
    }

    // Two may each repeat the first without repeating one another: where the first is not among them, they are compared again.
    private void Gather(int first, int[] places, List<(int First, Voice Voice)> voices)
    {
        if (places.Length == 1 || places[0] == first)
        {
            voices.Add((places[0], VoiceOf(places)));
            return;
        }

        var folded = Fold(places);
        foreach (var alike in places.Index().GroupBy(each => folded[each.Index], each => each.Item))
        {
            voices.Add((places[alike.Key], VoiceOf([.. alike])));
        }
    }

    private Voice VoiceOf(int[] places) => new(_messages[places[0]], Array.ConvertAll(places[1..], place => _messages[place]));

    private IReadOnlyList<int> Fold(int[] places) => NearDuplicates.Fold([.. places.Select(place => _messages[place].Text)]);
}
