using Comms.Core.Calendars;

namespace Comms.Core.Engagement.Posts;

/// <summary>How a campaign's hashtag spread: who started, who carried it, day by day, and what was printed of it.</summary>
public sealed record CampaignSpread
{
    /// <summary>The hashtag, with its sign.</summary>
    public required string Hashtag { get; init; }

    /// <summary>The first use; null when there was none.</summary>
    public HashtagStart? Start { get; init; }

    /// <summary>Those who may be named, most carried first: by how many others took it up from them, then by how often they used it.</summary>
    public required IReadOnlyList<HashtagCarrier> Carriers { get; init; }

    /// <summary>How many private people used it; they are counted and not named.</summary>
    public required int PrivateAccounts { get; init; }

    /// <summary>How often it was used on each day that it was, the team's own posts among them, in order.</summary>
    public required IReadOnlyList<HashtagDay> Days { get; init; }

    /// <summary>What the press printed of it, in order of time.</summary>
    public IReadOnlyList<PrintedStory> Printed { get; init; } = [];

    /// <summary>Follows a hashtag through its uses.</summary>
    /// <param name="hashtag">With its sign; in any case.</param>
    /// <param name="uses">Its uses, in any order.</param>
    /// <param name="zone">The zone in which days are told.</param>
    /// <param name="printed">What was printed of it.</param>
    public static CampaignSpread Of(string hashtag, IEnumerable<HashtagUse> uses, string zone, IEnumerable<PrintedStory>? printed = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(hashtag);
        ArgumentNullException.ThrowIfNull(uses);
        HashtagUse[] all = [.. uses.OrderBy(use => use.At)];
        var carried = all.Where(use => use.From is not null && use.From != use.Account)
            .GroupBy(use => use.From!, StringComparer.Ordinal).ToDictionary(from => from.Key, from => from.Select(use => use.Account).Distinct().Count(), StringComparer.Ordinal);
        var others = all.Where(use => use.Account is not null).GroupBy(use => use.Account!, StringComparer.Ordinal).ToLookup(account => account.Any(use => use.MayName));
        return new CampaignSpread
        {
            Hashtag = hashtag,
            Start = all is [var first, ..] ? new HashtagStart(first.At, first.MayName ? first.Account : null, first.Account is null) : null,
            Carriers =
            [
                .. others[true].Select(account => new HashtagCarrier(account.Key, account.Last().Kind, account.Count(), carried.GetValueOrDefault(account.Key)))
                    .OrderByDescending(carrier => carrier.TakenUpBy).ThenByDescending(carrier => carrier.Uses).ThenBy(carrier => carrier.Account, StringComparer.Ordinal),
            ],
            PrivateAccounts = others[false].Count(),
            Days = [.. all.GroupBy(use => DateOnly.FromDateTime(Zones.ToLocal(use.At, zone).DateTime)).Select(day => new HashtagDay(day.Key, day.Count()))],
            Printed = [.. (printed ?? []).OrderBy(story => story.At)],
        };
    }
}

/// <summary>One use of a hashtag.</summary>
public sealed record HashtagUse
{
    /// <summary>Who used it, by the account's own name; null for the team itself.</summary>
    public required string? Account { get; init; }

    /// <summary>Public, press, elected and so on. Default: <c>public</c>, a private person.</summary>
    public string Kind { get; init; } = "public";

    /// <summary>Whether the person agreed to be named. Default: false.</summary>
    public bool AgreedToBeNamed { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>From whose words they took it up; null when it is not known, and for the team's. Default: null.</summary>
    public string? From { get; init; }

    internal bool MayName => ScoreAudience.MayName(Kind, AgreedToBeNamed);
}

/// <summary>The first use of a hashtag.</summary>
/// <param name="At">When.</param>
/// <param name="Account">Who; null for the team, and for a private person, who is not named.</param>
/// <param name="ByTeam">Whether it was the team.</param>
public sealed record HashtagStart(DateTimeOffset At, string? Account, bool ByTeam);

/// <summary>Someone who carried a hashtag.</summary>
/// <param name="Account">The account's own name.</param>
/// <param name="Kind">Press, elected and so on.</param>
/// <param name="Uses">How often they used it.</param>
/// <param name="TakenUpBy">How many accounts took it up from them.</param>
public sealed record HashtagCarrier(string Account, string Kind, int Uses, int TakenUpBy);

/// <summary>A day of a hashtag.</summary>
/// <param name="Day">In the zone asked for.</param>
/// <param name="Uses">How often it was used.</param>
public sealed record HashtagDay(DateOnly Day, int Uses);

/// <summary>What the press made of a campaign.</summary>
/// <param name="Outlet">Who.</param>
/// <param name="Printed">What, in words or as an address.</param>
/// <param name="At">When it was heard or logged.</param>
public sealed record PrintedStory(string Outlet, string Printed, DateTimeOffset At);
