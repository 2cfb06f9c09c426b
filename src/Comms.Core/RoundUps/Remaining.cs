using Comms.Core.Documents;
using Comms.Core.Text;

namespace Comms.Core.RoundUps;

/// <summary>Says how many did not fit, so that a bound never hides anyone.</summary>
internal static class Remaining
{
    public static void Say(EditionPage page, IEnumerable<Voice> left, string one, string many)
    {
        Voice[] voices = [.. left];
        if (voices.Length == 0)
        {
            return;
        }

        var count = Wording.Count(voices.Sum(voice => voice.Count), one, many);
        page.Add(new Paragraph(count + ".")).Counting(count, voices.SelectMany(voice => voice.Messages));
    }
}
