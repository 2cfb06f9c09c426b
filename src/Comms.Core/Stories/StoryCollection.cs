using System.Text.Json.Serialization;
using Comms.Core.Documents;

namespace Comms.Core.Stories;

/// <summary>
/// A story in the shape of an ActivityStreams collection, so that other programs can read its words. All that such a program
/// does not know stands in members of our own.
/// Source: https://www.w3.org/TR/activitystreams-core/#collections, read on 2026-11-28.
/// </summary>
internal sealed record StoryCollection
{
    public const string Streams = "https://www.w3.org/ns/activitystreams";

    public const string Kind = "OrderedCollection";

    [JsonPropertyName("@context")]
    public required string Context { get; init; }

    public required string Type { get; init; }

    public required string Id { get; init; }

    /// <summary>The version of this form.</summary>
    public required int StoryVersion { get; init; }

    public required string Name { get; init; }

    public required int TotalItems { get; init; }

    public required IReadOnlyList<StoryItem> OrderedItems { get; init; }

    /// <summary>What the story says of itself; its blocks stand in the items.</summary>
    public required Document Story { get; init; }
}
