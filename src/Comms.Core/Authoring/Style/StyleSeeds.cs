using System.Text.Json.Serialization;
using Comms.Core.Text;

namespace Comms.Core.Authoring.Style;

/// <summary>The dated lists of <c>seeds/style</c>.</summary>
internal static class StyleSeeds
{
    public static WordsSeed Words { get; } = TextData.Read("style/words.json", StyleJson.Default.WordsSeed);

    public static WordsSeed Inclusive { get; } = TextData.Read("style/inclusive.json", StyleJson.Default.WordsSeed);

    public static SuicideSeed Suicide { get; } = TextData.Read("style/suicide.json", StyleJson.Default.SuicideSeed);

    public static WordsSeed Contractions { get; } = TextData.Read("style/contractions.json", StyleJson.Default.WordsSeed);

    public static PassiveSeed Passive { get; } = TextData.Read("style/passive.json", StyleJson.Default.PassiveSeed);

    public static AbbreviationsSeed Abbreviations { get; } = TextData.Read("style/abbreviations.json", StyleJson.Default.AbbreviationsSeed);

    public static HashtagsSeed Hashtags { get; } = TextData.Read("style/hashtags.json", StyleJson.Default.HashtagsSeed);

    public static PersonalSeed Personal { get; } = TextData.Read("style/personal.json", StyleJson.Default.PersonalSeed);

    public static LimitsSeed Limits { get; } = TextData.Read("style/limits.json", StyleJson.Default.LimitsSeed);
}

/// <summary>Whose advice a list is, and when it was compared with it.</summary>
internal record StyleSeed
{
    public required string Guide { get; init; }

    /// <summary>Begins with the day; what follows says how.</summary>
    public required string Checked { get; init; }

    public DateOnly CheckedOn => DateOnly.ParseExact(Checked.AsSpan(0, 10), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public StyleFinding Finding(string rule, int start, int length, string message, params IReadOnlyList<string> choices) =>
        new(rule, start, length, message, choices, Guide, CheckedOn);
}

internal sealed record WordsSeed : StyleSeed
{
    public required IReadOnlyList<AvoidedWords> Entries { get; init; }
}

internal sealed record SuicideSeed : StyleSeed
{
    public required IReadOnlyList<AvoidedWords> Entries { get; init; }

    /// <summary>What tells that a text speaks of suicide.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>What tells how or where.</summary>
    public required IReadOnlyList<string> Details { get; init; }

    /// <summary>What tells where there is help.</summary>
    public required IReadOnlyList<string> Help { get; init; }
}

internal sealed record PassiveSeed : StyleSeed
{
    public required HashSet<string> Irregular { get; init; }

    /// <summary>Participles that tell how someone is more often than what was done.</summary>
    public required HashSet<string> Adjectives { get; init; }

    public required HashSet<string> NotParticiples { get; init; }

    /// <summary>Words that may stand between "was" and "sent".</summary>
    public required HashSet<string> Between { get; init; }
}

internal sealed record AbbreviationsSeed : StyleSeed
{
    public required HashSet<string> Known { get; init; }
}

internal sealed record HashtagsSeed : StyleSeed
{
    public required IReadOnlyList<string> Capitals { get; init; }

    public required IReadOnlyList<string> Words { get; init; }
}

/// <summary>How the press is told of an embargo; <c>{time}</c> stands for its end.</summary>
/// <param name="Title">Before the title.</param>
/// <param name="Notice">A paragraph below it.</param>
internal sealed record EmbargoWords(string Title, string Notice);

internal sealed record PersonalSeed : StyleSeed
{
    /// <summary>What stands above a release for editors.</summary>
    public required IReadOnlyList<string> Heads { get; init; }

    /// <summary>Words of a date or a number, which may stand beside a head.</summary>
    public required HashSet<string> HeadWords { get; init; }

    public required IReadOnlyList<string> Embargoes { get; init; }

    /// <summary>How an embargo is told, by language.</summary>
    public required IReadOnlyDictionary<string, EmbargoWords> Embargo { get; init; }

    /// <summary>What stands alone in the line below which nothing is for everyone.</summary>
    public required HashSet<string> Ends { get; init; }

    /// <summary>What begins such a line.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Verbs of an organisation, and what they are of “we”.</summary>
    public required IReadOnlyDictionary<string, string> SubjectTo { get; init; }

    /// <summary>Verbs that are the same of both; every regular past is besides.</summary>
    public required HashSet<string> SubjectAsIs { get; init; }

    /// <summary>Words that may stand between a subject and its verb.</summary>
    public required HashSet<string> Between { get; init; }

    /// <summary>Words after which “it” is who speaks.</summary>
    public required HashSet<string> Saying { get; init; }

    /// <summary>Words after which it is “us”.</summary>
    public required HashSet<string> ObjectAfter { get; init; }

    /// <summary>Words after which neither “we” nor “us” can be told.</summary>
    public required HashSet<string> LeftAfter { get; init; }

    /// <summary>Words before which a name has ended: it is no part of a longer one.</summary>
    public required HashSet<string> ObjectBefore { get; init; }
}

internal sealed record LimitsSeed : StyleSeed
{
    public required int LongestSentence { get; init; }

    public required int LongestAlt { get; init; }

    public required int ShortestAlt { get; init; }

    /// <summary>In characters: what is longer is not divided, since that costs more with each.</summary>
    public required int LongestHashtag { get; init; }

    public required int MostEmoji { get; init; }

    public required int LongestShout { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WordsSeed))]
[JsonSerializable(typeof(PassiveSeed))]
[JsonSerializable(typeof(SuicideSeed))]
[JsonSerializable(typeof(AbbreviationsSeed))]
[JsonSerializable(typeof(HashtagsSeed))]
[JsonSerializable(typeof(PersonalSeed))]
[JsonSerializable(typeof(LimitsSeed))]
internal sealed partial class StyleJson : JsonSerializerContext;
