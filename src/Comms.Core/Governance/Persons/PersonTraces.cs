using Comms.Core.Channels;

namespace Comms.Core.Governance.Persons;

/// <summary>A message that a person wrote.</summary>
internal sealed record TracedMessage(string Id, string ItemId, string Source, DateTimeOffset At, string Text, Author Author);

/// <summary>What a person wrote, by which every room finds its own traces of them.</summary>
internal sealed class PersonTraces(Person person, IReadOnlyList<TracedMessage> messages)
{
    /// <summary>Words so short are other people's too.</summary>
    private const int TellingLength = 12;

    private readonly string[] _telling =
    [
        .. person.Accounts,
        .. messages.Select(message => message.Author.Name).OfType<string>().Where(name => name.Contains(' ', StringComparison.Ordinal)),
        .. messages.Select(message => message.Text.Trim()).Where(text => text.Length >= TellingLength),
    ];

    public Person Person => person;

    public IReadOnlyList<TracedMessage> Messages => messages;

    public IReadOnlySet<string> Ids { get; } = messages.Select(message => message.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>The messages' ids at their sources.</summary>
    public IReadOnlySet<string> Items { get; } = messages.Select(message => message.ItemId).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a text names the person's account or full name, or repeats what they wrote.</summary>
    public bool TellIn(string text) => Array.Exists(_telling, telling => Stands(telling, text));

    /// <summary>Whether words stand in a text as a whole: <c>@jo</c> is neither <c>@john</c> nor <c>@jo@elsewhere.example</c>.</summary>
    private static bool Stands(string words, string text)
    {
        for (var at = 0; (at = text.IndexOf(words, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (!GoesOn(text.AsSpan(0, at), words[0], fromEnd: true) && !GoesOn(text.AsSpan(at + words.Length), words[^1], fromEnd: false))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word or an account goes on beyond the end of the words.</summary>
    private static bool GoesOn(ReadOnlySpan<char> beyond, char edge, bool fromEnd)
    {
        if (beyond.IsEmpty || !(char.IsLetterOrDigit(edge) || edge == '@'))
        {
            return false;
        }

        var next = beyond[fromEnd ? ^1 : 0];
        var joins = next is '@' or '.' or '-' && beyond.Length > 1 && char.IsLetterOrDigit(beyond[fromEnd ? ^2 : 1]);
        return char.IsLetterOrDigit(next) || next == '_' || joins;
    }
}
