using System.Globalization;
using Comms.Core.Exercises.Scenarios;
using Comms.Core.Text;

namespace Comms.Core.Exercises.Publics;

/// <summary>Writes the messages of the waves: the same for the same seed, each at its own time.</summary>
internal static class Waves
{
    /// <summary>All messages in the order of their times.</summary>
    public static IReadOnlyList<PublicMessage> Write(ScenarioFile file) =>
        [.. file.Waves.SelectMany((wave, index) => Write(wave, new Chance(file.Seed + (ulong)index))).OrderBy(message => message.Offset).ThenBy(message => message.Id, StringComparer.Ordinal)];

    private static IEnumerable<PublicMessage> Write(WaveFile wave, Chance chance)
    {
        for (var i = 0; i < wave.Count; i++)
        {
            var place = Place(wave.Shape, (i + chance.Share()) / wave.Count);
            yield return new PublicMessage(
                wave.From + ((wave.To - wave.From) * place),
                wave.Source,
                string.Create(CultureInfo.InvariantCulture, $"{wave.Id}-{i + 1:0000}"),
                WaveText.Of(wave, chance),
                Persons.Of(chance.Below(Persons.Most), followers: chance.Below(400)),
                wave.While);
        }
    }

    /// <summary>The share of the time at which a share of the messages was posted: the inverse of the shape's distribution.</summary>
    private static double Place(WaveShape shape, double share) => shape switch
    {
        WaveShape.Rising => Math.Sqrt(share),
        WaveShape.Falling => 1 - Math.Sqrt(1 - share),
        WaveShape.Peak => share < 0.5 ? Math.Sqrt(share / 2) : 1 - Math.Sqrt((1 - share) / 2),
        _ => share,
    };
}
