using System.Text;
using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>Words of a message with its personal data masked, each by the name of what it was.</summary>
internal static class Redaction
{
    /// <param name="message">Whose words.</param>
    /// <param name="start">In UTF-16 units.</param>
    /// <param name="length">In UTF-16 units.</param>
    /// <param name="withNames">Whether names of persons stand.</param>
    public static string Apply(TriagedMessage message, int start, int length, bool withNames = false)
    {
        var masked = new StringBuilder(length);
        var at = start;
        var end = start + length;
        foreach (var found in message.Findings.PersonalData.Where(found => !withNames || found.Kind != PersonalDataFinder.Name).OrderBy(found => found.Start))
        {
            var from = Math.Max(found.Start, at);
            var to = Math.Min(found.Start + found.Length, end);
            if (from >= to)
            {
                continue;
            }

            masked.Append(message.Text, at, from - at).Append('[').Append(Label(found.Kind)).Append(" removed]");
            at = to;
        }

        return masked.Append(message.Text, at, end - at).ToString();
    }

    /// <summary>A kind of personal data as people say it.</summary>
    public static string Label(string kind) => kind switch
    {
        "nhs-number" => "NHS number",
        "email" => "e-mail address",
        _ => kind.Replace('-', ' '),
    };
}
