using Comms.Core.Listening.Topics;

namespace CommsDesk.Configuration;

/// <summary>Reads what the team watches for: <c>[{"name","phrases"}]</c>.</summary>
internal static class TopicReader
{
    public static IReadOnlyList<Topic> Read(JsonWalk root)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. root.Objects("topics").Select(topic => Topic(topic, names))];
    }

    private static Topic Topic(JsonWalk topic, HashSet<string> names)
    {
        topic.Allow("name", "phrases");
        var (name, phrases) = (topic.Text("name", required: true) ?? "", topic.Texts("phrases"));
        if (phrases.Count == 0 || phrases.Any(phrase => phrase.Trim() is "" or "#"))
        {
            topic.Fault("phrases", "it takes at least one hashtag or phrase, and none that is blank");
        }

        if (name.Length > 0 && !names.Add(name))
        {
            topic.Fault("name", $"there are two topics of the name {name}");
        }

        return new Topic { Name = name, Phrases = phrases };
    }
}
