using Comms.Core.Ledger;
using Comms.Core.Text;

namespace Comms.Core.Listening.Topics;

/// <summary>What Cases knows of a message, null where it has no case; the engine hands it in.</summary>
/// <param name="message">The message's id.</param>
/// <param name="cancel">Stops reading.</param>
/// <returns>Whether it is in a restricted case, and so in nothing that all alike may read; and whether its case was answered.</returns>
internal delegate ValueTask<(bool Withheld, bool Answered)?> CaseOfMessage(string message, CancellationToken cancel);

/// <summary>
/// Chooses the conversations to join: active, near a topic, of two people or more, with an address, none of it answered by the
/// team or restricted. An open question comes first, then how many speak in it, each the less the longer ago.
/// </summary>
internal sealed class ConversationChoice(ILedger ledger, CaseOfMessage caseOf, TopicRequest request)
{
    private const int FewestVoices = 2;
    private const double HalvesInHours = 12;

    public async ValueTask<IReadOnlyList<OpenConversation>> ChooseAsync(IReadOnlyList<HeardNode> nodes, CancellationToken cancel)
    {
        var near = NearHashtags.Of(nodes);
        var promising = Threads.Of(nodes).Where(thread => IsPromising(thread, near))
            .OrderByDescending(Asks).ThenByDescending(Warmth).ThenByDescending(thread => thread[^1].At).ThenBy(thread => thread[0].Id, StringComparer.Ordinal);
        var chosen = new List<OpenConversation>();
        foreach (var thread in promising)
        {
            if (chosen.Count == request.MostConversations)
            {
                break;
            }

            if (await OpenAsync(thread, near, cancel).ConfigureAwait(false) is { } open)
            {
                chosen.Add(open);
            }
        }

        return chosen;
    }

    private bool IsPromising(IReadOnlyList<HeardNode> thread, HashSet<string> near) =>
        thread[^1].At >= request.To - request.ActiveWithin
        && thread.Any(node => node.Url is not null)
        && thread.Any(node => node.Topics.Length > 0 || node.Hashtags.Any(near.Contains))
        && Voices(thread) >= FewestVoices;

    /// <summary>Whether the last who asked has got no answer of another.</summary>
    private static bool Asks(IReadOnlyList<HeardNode> thread)
    {
        var last = thread.LastOrDefault(node => node.Asks);
        return last is not null && !thread.Any(node => node.Source == last.Source && node.Answers == last.Item && node.Voice != last.Voice);
    }

    private double Warmth(IReadOnlyList<HeardNode> thread) =>
        thread.GroupBy(node => node.Voice).Sum(voice => Math.Pow(2, -(request.To - voice.Max(node => node.At)).TotalHours / HalvesInHours));

    private static int Voices(IReadOnlyList<HeardNode> thread) => thread.Select(node => node.Voice).Distinct().Count();

    /// <returns>Null where the team has spoken, or something of it is not for all.</returns>
    private async ValueTask<OpenConversation?> OpenAsync(IReadOnlyList<HeardNode> thread, HashSet<string> near, CancellationToken cancel)
    {
        var inCase = false;
        foreach (var node in thread)
        {
            var standing = await caseOf(node.Id, cancel).ConfigureAwait(false);
            if (standing is { Withheld: true } or { Answered: true })
            {
                return null;
            }

            inCase |= standing is not null;
        }

        var last = thread.Last(node => node.Url is not null);
        return await Message.FindStandingAsync(ledger, last.Id, cancel).ConfigureAwait(false) is { Url: { } url } message
            ? Told(thread, near, inCase, url, FirstLine.Of(Redactor.Redact(message.Text)))
            : null;
    }

    private OpenConversation Told(IReadOnlyList<HeardNode> thread, HashSet<string> near, bool inCase, string url, string says) => new()
    {
        Topics = [.. thread.SelectMany(node => node.Topics).Distinct().Order().Select(topic => request.Topics[topic].Name)],
        NearHashtags = [.. thread.SelectMany(node => node.Hashtags).Where(near.Contains).Distinct(StringComparer.OrdinalIgnoreCase)],
        Messages = [.. thread.Select(node => node.Id)],
        Voices = Voices(thread),
        Since = thread[0].At,
        Last = thread[^1].At,
        Asks = Asks(thread),
        InCase = inCase,
        Url = url,
        Says = says,
    };
}
