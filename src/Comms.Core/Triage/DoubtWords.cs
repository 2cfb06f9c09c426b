namespace Comms.Core.Triage;

/// <summary>Says in words why a person must look.</summary>
internal static class DoubtWords
{
    public static IEnumerable<string> Of(TriageResult result)
    {
        var doubts = result.Doubts;
        if (doubts.HasFlag(Doubts.Flagged))
        {
            yield return $"a person must look: {string.Join(", ", result.Flags.ToArray())}";
        }

        if (doubts.HasFlag(Doubts.Language))
        {
            yield return LanguageWords(result.Language);
        }

        if (doubts.HasFlag(Doubts.Mixed))
        {
            yield return "someone who is bereaved thanks and worries at once: a person answers first";
        }

        if (doubts.HasFlag(Doubts.Sentiment))
        {
            yield return "the sentiment is not clear";
        }

        if (doubts.HasFlag(Doubts.Unroutable))
        {
            yield return "no rule sends it to a team";
        }

        if (doubts.HasFlag(Doubts.Cut))
        {
            yield return "the text is over 16,384 characters: its head and tail were read, not its middle";
        }
    }

    private static string LanguageWords(string language) => language switch
    {
        "cy" => "it is in Welsh: answer in Welsh; its sentiment was not judged",
        "und" => "its language could not be told; its sentiment was not judged",
        _ => $"it is not in English ({language}): its sentiment was not judged",
    };
}
