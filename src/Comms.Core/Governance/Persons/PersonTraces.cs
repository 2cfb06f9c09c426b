using Comms.Core.Channels;
using Comms.Core.Text;

namespace Comms.Core.Governance.Persons;

/// <summary>A message that a person wrote; one whose author is not known is somebody's all the same.</summary>
internal sealed record TracedMessage(string Id, string ItemId, string Source, DateTimeOffset At, string Text, Author? Author);

/// <summary>What a person wrote, by which every room finds its own traces of them.</summary>
internal sealed class PersonTraces
{
    /// <summary>Words so short are other people's too.</summary>
    private const int TellingLength = 12;

    private readonly string[] _telling;

    public PersonTraces(Person person, IReadOnlyList<TracedMessage> messages)
        : this(person, messages, messages.Select(message => message.Author?.Name).OfType<string>().Where(name => name.Contains(' ', StringComparison.Ordinal)), "at the request of whoever wrote it")
    {
    }

    private PersonTraces(Person person, IReadOnlyList<TracedMessage> messages, IEnumerable<string> names, string because)
    {
        (Person, Messages, Because) = (person, messages, because);
        _telling = [.. person.Accounts, .. names, .. messages.Select(message => message.Text.Trim()).Where(text => text.Length >= TellingLength)];
        Ids = messages.Select(message => message.Id).ToHashSet(StringComparer.Ordinal);
        Items = messages.Select(message => message.ItemId).ToHashSet(StringComparer.Ordinal);
    }

    public Person Person { get; }

    /// <summary>Why they are looked for, as where they stood is told.</summary>
    public string Because { get; }

    public IReadOnlyList<TracedMessage> Messages { get; }

    public IReadOnlySet<string> Ids { get; }

    /// <summary>The messages' ids at their sources.</summary>
    public IReadOnlySet<string> Items { get; }

    /// <summary>Messages that are old, whoever wrote them: their words tell of them, and no name does, under which others stand.</summary>
    public static PersonTraces Aged(IReadOnlyList<TracedMessage> messages) => new(new Person { Accounts = [] }, messages, [], "because of its age");

    /// <summary>Whether a text names the person's account or full name, or repeats what they wrote.</summary>
    public bool TellIn(string text) => Array.Exists(_telling, telling => WholeWords.Stand(telling, text));

    /// <summary>The text, or the mark of what was removed where it tells of the person.</summary>
    public string Without(string text) => TellIn(text) ? ErasedWords.Mark : text;
}
