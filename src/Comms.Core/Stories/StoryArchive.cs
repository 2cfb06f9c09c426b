using System.Text.Json;
using Comms.Core.Documents;
using Comms.Core.Text;

namespace Comms.Core.Stories;

/// <summary>
/// Stories as JSON in the shape of an ActivityStreams <c>OrderedCollection</c>: export and import lose nothing. Safe for
/// concurrent use.
/// </summary>
public static class StoryArchive
{
    private const int Version = 1;

    /// <summary>Exports a story. The same story gives the same text. Lines end in a line feed.</summary>
    /// <param name="story">The story.</param>
    public static string Write(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        var collection = new StoryCollection
        {
            Context = StoryCollection.Streams,
            Type = StoryCollection.Kind,
            Id = story.Id,
            StoryVersion = Version,
            Name = story.Title,
            TotalItems = story.Parts.Count,
            OrderedItems = [.. story.Parts.Select(StoryItem.Of)],
            Story = story.Told with { Blocks = [] },
        };
        return JsonSerializer.Serialize(collection, StoryForms.Readable.StoryCollection) + "\n";
    }

    /// <summary>Imports an exported story, or says why it cannot be: a card or a story that is not what was exported is refused.</summary>
    /// <param name="json">UTF-8 JSON, with or without a byte-order mark.</param>
    public static StoryReading Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return NewerThanThis(json) is { } refusal ? refusal
                : JsonSerializer.Deserialize(JsonText.WithoutMark(json), StoryJson.Default.StoryCollection) is { } collection
                ? Judged(collection)
                : new StoryReading.Unreadable("The story is null.");
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            // The parser has no quiet form; these two are how it says that the input is not a story.
            return new StoryReading.Unreadable(fault.Message);
        }
    }

    // Looked at first: a newer form may have members that this one would call unknown.
    private static StoryReading.Unreadable? NewerThanThis(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(JsonText.WithoutMark(json));
        using var form = JsonDocument.ParseValue(ref reader);
        return form.RootElement.ValueKind == JsonValueKind.Object && form.RootElement.TryGetProperty("storyVersion", out var member)
            && member.ValueKind == JsonValueKind.Number && member.TryGetInt32(out var version) && version > Version
            ? new StoryReading.Unreadable($"The story has version {version}; this program reads up to {Version}.")
            : null;
    }

    private static StoryReading Judged(StoryCollection collection)
    {
        if (collection.Type != StoryCollection.Kind)
        {
            return new StoryReading.Unreadable($"A story is an {StoryCollection.Kind}, and this is one of {collection.Type}.");
        }

        if (collection.OrderedItems.Any(item => item?.Block is null) || collection.OrderedItems.Count != collection.TotalItems)
        {
            return new StoryReading.Unreadable($"The story says that it has {collection.TotalItems} parts, and not all of them are here.");
        }

        return DocumentReader.Checked(collection.Story with { Blocks = [.. collection.OrderedItems.Select(item => item.Block)] }) switch
        {
            DocumentReading.Read { Document: var document } => Compared(new Story(document), collection),
            DocumentReading.Unreadable { Reason: var reason } => new StoryReading.Unreadable(reason),
            _ => throw new InvalidOperationException("A reading has no other outcome."),
        };
    }

    private static StoryReading Compared(Story story, StoryCollection collection)
    {
        foreach (var (at, part) in story.Parts.Index())
        {
            if (part.Hash != collection.OrderedItems[at].Sha256)
            {
                return new StoryReading.Unreadable($"orderedItems[{at}] was changed: its hash is {part.Hash ?? "none"}, and {collection.OrderedItems[at].Sha256 ?? "none"} was kept.");
            }
        }

        return story.Id == collection.Id ? new StoryReading.Read(story)
            : new StoryReading.Unreadable($"The story was changed: its id is {story.Id}, and {collection.Id} was kept.");
    }
}
