using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>
/// Folds messages that say the same. All are compared once; each section then asks for the voices among its own.
/// Messages that feel differently are never folded.
/// </summary>
internal sealed class Voices
{
    private readonly Dictionary<string, string> _firstToSay = new(StringComparer.Ordinal);

    /// <param name="messages">All messages, earliest first.</param>
    public Voices(IEnumerable<TriagedMessage> messages)
    {
        foreach (var alike in messages.GroupBy(message => message.Findings.Sentiment.Label, StringComparer.Ordinal))
        {
            foreach (var voice in Fold([.. alike]))
            {
                foreach (var message in voice.Messages)
                {
                    _firstToSay.Add(message.MessageId, voice.First.MessageId);
                }
            }
        }
    }

    /// <summary>The voices among some of the messages, earliest first.</summary>
    public List<Voice> Among(IEnumerable<TriagedMessage> messages) =>
    [
        .. messages.GroupBy(message => _firstToSay[message.MessageId], StringComparer.Ordinal)
            .SelectMany(group => Gather(group.Key, [.. group.OrderBy(message => message.At).ThenBy(message => message.MessageId, StringComparer.Ordinal)]))
            .OrderBy(voice => voice.First.At).ThenBy(voice => voice.First.MessageId, StringComparer.Ordinal),
    ];

    // Two may each repeat the first without repeating one another: where the first is not among them, they are compared again.
    private static IEnumerable<Voice> Gather(string first, TriagedMessage[] group) =>
        group.Length == 1 || group[0].MessageId == first ? [new Voice(group[0], group[1..])] : Fold(group);

    private static IEnumerable<Voice> Fold(TriagedMessage[] messages)
    {
        var folded = NearDuplicates.Fold([.. messages.Select(message => message.Text)]);
        return messages.Index().GroupBy(each => folded[each.Index], each => each.Item)
            .Select(group => new Voice(messages[group.Key], [.. group.Skip(1)]));
    }
}
