using Comms.Core.Channels;
using Comms.Core.Text;

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
    public bool TellIn(string text) => Array.Exists(_telling, telling => WholeWords.Stand(telling, text));

    /// <summary>The text, or the mark of what was removed where it tells of the person.</summary>
    public string Without(string text) => TellIn(text) ? ErasedWords.Mark : text;
}
