using System.Text;

namespace Comms.Core.Text;

/// <summary>Words with the personal data in them masked, each by the name of what it was.</summary>
internal static class Redaction
{
    /// <summary>The whole text, names of persons masked too.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="found">The personal data in it.</param>
    public static string Apply(string text, IReadOnlyList<PersonalData> found) => Apply(text, found, 0, text.Length);

    /// <summary>A part of the text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="found">The personal data in it.</param>
    /// <param name="start">Where the words that are shown begin, in UTF-16 units.</param>
    /// <param name="length">In UTF-16 units.</param>
    /// <param name="withNames">Whether names of persons stand.</param>
    public static string Apply(string text, IReadOnlyList<PersonalData> found, int start, int length, bool withNames = false)
    {
        if (found.Count == 0)
        {
            return text.Substring(start, length);
        }

        var masked = new StringBuilder(length);
        var at = start;
        var end = start + length;
        foreach (var one in found.Where(one => !withNames || one.Kind != PersonalDataFinder.Name).OrderBy(one => one.Start))
        {
            var from = Math.Max(one.Start, at);
            var to = Math.Min(one.Start + one.Length, end);
            if (from >= to)
            {
                continue;
            }

            masked.Append(text, at, from - at).Append('[').Append(Label(one.Kind)).Append(" removed]");
            at = to;
        }

        return masked.Append(text, at, end - at).ToString();
    }

    /// <summary>A kind of personal data as people say it.</summary>
    public static string Label(string kind) => kind switch
    {
        "nhs-number" => "NHS number",
        "email" => "e-mail address",
        _ => kind.Replace('-', ' '),
    };
}
