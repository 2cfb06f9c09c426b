namespace Comms.Core.Authoring.Personal;

/// <summary>Where somebody is quoted: between quotation marks, to the end of the paragraph at most.</summary>
internal static class Quotations
{
    public static bool[] In(string text)
    {
        var quoted = new bool[text.Length];
        var within = false;
        for (var at = 0; at < text.Length; at++)
        {
            within = text[at] switch
            {
                '“' or '«' => true,
                '”' or '»' => false,
                '"' => !within,
                '\n' when at + 1 < text.Length && text[at + 1] is '\n' or '\r' => false,
                _ => within,
            };
            quoted[at] = within || text[at] is '”' or '»' or '"';
        }

        return quoted;
    }
}
