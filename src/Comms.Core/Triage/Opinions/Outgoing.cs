using Comms.Core.Text;

namespace Comms.Core.Triage.Opinions;

/// <summary>Makes of a message what may leave: personal data, handles and links are replaced by their kind.</summary>
internal static class Outgoing
{
    public static string Text(string text, int longest)
    {
        var found = new List<PersonalData>(PersonalDataFinder.Find(text));
        var reader = new TokenReader(text);
        while (reader.Read())
        {
            var (start, end) = (reader.Start, reader.End);
            if (reader.Kind is TokenKind.Handle or TokenKind.Link && !found.Exists(data => data.Start < end && start < data.Start + data.Length))
            {
                found.Add(new PersonalData(reader.Kind == TokenKind.Handle ? "handle" : "link", start, end - start));
            }
        }

        found.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        var redacted = Redactor.Redact(text, found);
        return redacted.Length <= longest ? redacted : redacted[..(char.IsHighSurrogate(redacted[longest - 1]) ? longest - 1 : longest)];
    }
}
