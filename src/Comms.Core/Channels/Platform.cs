using System.Globalization;
using System.Text.Json.Serialization;
using Comms.Core.Text;

namespace Comms.Core.Channels;

/// <summary>
/// What a platform takes, as it stood on a day: dated data of <c>seeds/platforms</c>, each with its source. Immutable and
/// safe to share between threads.
/// </summary>
public sealed class Platform
{
    private static readonly Lazy<IReadOnlyList<Platform>> Shipped = new(() =>
        [.. TextData.Read("platforms/platforms.json", PlatformJson.Default.PlatformFile).Platforms.Select(rules => new Platform(rules))]);

    private readonly PlatformFileRules _rules;

    private Platform(PlatformFileRules rules)
    {
        _rules = rules;
        Limits = [.. rules.Limits.Select(limit => new PlatformLimit(limit.Unit, limit.Most, limit.Warns))];
        Traits = new ChannelTraits
        {
            Version = string.Create(CultureInfo.InvariantCulture, $"{rules.Id}/{rules.From:yyyy-MM-dd}"),
            Source = rules.Source,
            Checked = rules.Checked,
            MaxLength = Limits.FirstOrDefault(limit => !limit.Warns && limit.Unit != LengthUnit.Utf8)?.Most,
            Unit = Limits[0].Unit,
            MaxBytes = Limits.FirstOrDefault(limit => !limit.Warns && limit.Unit == LengthUnit.Utf8)?.Most,
            MaxMedia = rules.Media,
            MaxAlt = rules.Alt,
            Threads = rules.Threads,
        };
    }

    /// <summary>The names of all platforms that are known.</summary>
    public static IReadOnlyList<string> Names => [.. Shipped.Value.Select(platform => platform.Id).Distinct(StringComparer.Ordinal)];

    /// <summary>Its name, as <c>mastodon</c>.</summary>
    public string Id => _rules.Id;

    /// <summary>The first day on which these rules held.</summary>
    public DateOnly From => _rules.From;

    /// <summary>What it limits; the first is the one by which a text is measured.</summary>
    public IReadOnlyList<PlatformLimit> Limits { get; }

    /// <summary>The most links of one post; null for no such limit.</summary>
    public int? MaxLinks => _rules.Links;

    /// <summary>The most hashtags of one post; null for no such limit.</summary>
    public int? MaxHashtags => _rules.Hashtags;

    /// <summary>Whether a text must end with a full stop.</summary>
    public bool EndsWithFullStop => _rules.EndsWithFullStop;

    /// <summary>The same for a channel, which may know more of its own server: take it, and change what the server says.</summary>
    public ChannelTraits Traits { get; }

    /// <summary>Finds the rules of a platform that hold on a day; null when the platform is not known, or had none then.</summary>
    /// <param name="name">Its id or another name of it; capitals make no difference.</param>
    /// <param name="on">The day.</param>
    public static Platform? Find(string name, DateOnly on) => Shipped.Value
        .Where(platform => platform.From <= on
            && (platform.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || platform._rules.Names.Contains(name, StringComparer.OrdinalIgnoreCase)))
        .MaxBy(platform => platform.From);

    /// <summary>What a platform takes at an instant, for an adapter that describes itself.</summary>
    /// <param name="name">Its id or another name of it; capitals make no difference.</param>
    /// <param name="now">The clock.</param>
    /// <exception cref="ChannelException">There are no rules of it for that day.</exception>
    public static ChannelTraits TraitsOf(string name, DateTimeOffset now) => Find(name, DateOnly.FromDateTime(now.UtcDateTime))?.Traits
        ?? throw new ChannelException(string.Create(CultureInfo.InvariantCulture, $"There are no rules of {name} for {now:yyyy-MM-dd}."));
}

/// <summary>One limit of a platform.</summary>
/// <param name="Unit">What it counts.</param>
/// <param name="Most">The most that fits.</param>
/// <param name="Warns">Whether more is only unwise: told, and never refused.</param>
public sealed record PlatformLimit(LengthUnit Unit, int Most, bool Warns);

internal sealed record PlatformFile(int Version, IReadOnlyList<PlatformFileRules> Platforms);

internal sealed record PlatformFileRules(
    string Id, IReadOnlyList<string> Names, DateOnly From, DateOnly Checked, string Source, IReadOnlyList<PlatformFileLimit> Limits)
{
    public int Media { get; set; }

    public int? Alt { get; set; }

    public int? Links { get; set; }

    public int? Hashtags { get; set; }

    public bool Threads { get; set; }

    public bool EndsWithFullStop { get; set; }
}

internal sealed record PlatformFileLimit(LengthUnit Unit, int Most)
{
    public bool Warns { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PlatformFile))]
internal sealed partial class PlatformJson : JsonSerializerContext;
