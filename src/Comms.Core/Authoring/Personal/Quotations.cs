namespace Comms.Core.Authoring.Personal;

/// <summary>Where somebody is quoted: between quotation marks of one kind, to the end of the paragraph at most.</summary>
internal static class Quotations
{
    public static bool[] In(string text)
    {
        var quoted = new bool[text.Length];
        var opened = '\0';
        for (var at = 0; at < text.Length; at++)
        {
            var before = opened;
            opened = (opened, text[at]) switch
            {
                ('\0', '“' or '«' or '‘' or '"') => text[at],
                ('“', '”') or ('«', '»') or ('"', '"') => '\0',

                // The same sign is an apostrophe, which a letter follows.
                ('‘', '’') when at + 1 == text.Length || !char.IsLetter(text[at + 1]) => '\0',
                (_, '\n') when at + 1 < text.Length && text[at + 1] is '\n' or '\r' => '\0',
                _ => opened,
            };
            quoted[at] = before != '\0' || opened != '\0';
        }

        return quoted;
    }
}
