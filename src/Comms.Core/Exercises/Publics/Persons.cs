using System.Globalization;
using Comms.Core.Channels;

namespace Comms.Core.Exercises.Publics;

/// <summary>The made-up people who post.</summary>
internal static class Persons
{
    public const int Most = 10_000;

    public static Author Of(int number, long followers) =>
        new(string.Create(CultureInfo.InvariantCulture, $"@person-{number:0000}@exercise.example"), Followers: followers);
}
