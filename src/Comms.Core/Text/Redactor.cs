namespace Comms.Core.Text;

/// <summary>Takes personal data out of a text that goes beyond the team which owns it. Thread-safe.</summary>
public static class Redactor
{
    /// <summary>The text with each stretch of personal data replaced by its kind in square brackets.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="found">In order of place, none overlapping, all within the text.</param>
    public static string Redact(string text, IReadOnlyList<PersonalData> found)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(found);
        return Spans.Replace(text, found.Select(data => (data.Start, data.Length, (string?)$"[{data.Kind}]")));
    }

    /// <summary>The text without the personal data that <see cref="PersonalDataFinder"/> finds in it.</summary>
    /// <param name="text">Any text.</param>
    public static string Redact(string text) => Redact(text, PersonalDataFinder.Find(text));
}
