using System.Globalization;

namespace Comms.Core.Exercises.Scoring;

/// <summary>Durations in words, the same in every culture.</summary>
internal static class Spans
{
    public static string Say(TimeSpan? span) => span switch
    {
        null => "never",
        { } of when of < TimeSpan.FromMinutes(1) => string.Create(CultureInfo.InvariantCulture, $"{of.TotalSeconds:0} s"),
        { } of when of < TimeSpan.FromHours(1) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(of.TotalMinutes):0} min"),
        { } of => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(of.TotalHours):0} h {of.Minutes} min"),
    };
}
