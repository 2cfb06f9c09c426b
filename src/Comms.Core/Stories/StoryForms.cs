using Comms.Core.Documents;

namespace Comms.Core.Stories;

/// <summary>How stories are written: for people, and on one line for a hash.</summary>
internal static class StoryForms
{
    public static StoryJson Readable { get; } = new(ReadableJson.Readable(StoryJson.Default.Options));

    public static StoryJson Compact { get; } = new(new(Readable.Options) { WriteIndented = false });
}
