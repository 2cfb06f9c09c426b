using System.Text;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>Words of a message with its personal data masked, each by the name of what it was.</summary>
internal static class Redaction
{
    public static string Apply(TriagedMessage message, int start, int length)
    {
        var masked = new StringBuilder(length);
        var at = start;
        var end = start + length;
        foreach (var found in message.Findings.PersonalData.OrderBy(found => found.Start))
        {
            var from = Math.Max(found.Start, at);
            var to = Math.Min(found.Start + found.Length, end);
            if (from >= to)
            {
                continue;
            }

            masked.Append(message.Text, at, from - at).Append('[').Append(Name(found.Kind)).Append(" removed]");
            at = to;
        }

        return masked.Append(message.Text, at, end - at).ToString();
    }

    private static string Name(string kind) => kind switch
    {
        "nhs-number" => "NHS number",
        "email" => "e-mail address",
        _ => kind.Replace('-', ' '),
    };
}
