namespace Comms.Core.Publishing;

/// <summary>How the dispatcher behaves. The defaults suit a small team.</summary>
public sealed record PublishingOptions
{
    /// <summary>Up to so late a post counts as on time. From zero to a day. Default: 5 minutes.</summary>
    public TimeSpan OnTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>After an outage an account's late posts go out at least so far apart. From zero to a day. Default: 10 minutes.</summary>
    public TimeSpan CatchUpGap { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a send may take; at most a quarter of <see cref="Lease"/>. Default: 60 seconds.</summary>
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a claimed delivery belongs to this host. From 10 seconds to an hour. Default: 5 minutes.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long to wait before a channel is asked what became of an attempt. Up to an hour. Default: 30 seconds.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a delivery that had no effect is tried before a person is asked. From 1 to 100. Default: 8.</summary>
    public int MaxAttempts { get; init; } = 8;

    /// <summary>How many deliveries are claimed at a time. From 1 to 1,000. Default: 100.</summary>
    public int Batch { get; init; } = 100;

    /// <summary>How many posts each account may send, by the account's id; whatever is not named has no quota here. Default: none.</summary>
    public IReadOnlyDictionary<string, Quota> Quotas { get; init; } = new Dictionary<string, Quota>();

    /// <summary>When a call that ignores its time limit is left to itself.</summary>
    internal TimeSpan HardStop => SendTimeout * 1.5;

    /// <summary>The longest that one delivery can take: to prepare or to look, and to send.</summary>
    internal TimeSpan LongestWork => HardStop * 2;

    internal IEnumerable<string> Faults()
    {
        var day = TimeSpan.FromDays(1);
        var hour = TimeSpan.FromHours(1);
        return
        [
            .. Range(nameof(OnTime), OnTime, TimeSpan.Zero, day),
            .. Range(nameof(CatchUpGap), CatchUpGap, TimeSpan.Zero, day),
            .. Range(nameof(Lease), Lease, TimeSpan.FromSeconds(10), hour),
            .. Range(nameof(SendTimeout), SendTimeout, TimeSpan.FromMilliseconds(1), Lease / 4),
            .. Range(nameof(Settle), Settle, TimeSpan.Zero, hour),
            .. Range(nameof(MaxAttempts), MaxAttempts, 1, 100),
            .. Range(nameof(Batch), Batch, 1, 1000),
            .. Quotas.SelectMany(pair => pair.Value.Faults(pair.Key)),
        ];
    }

    internal Quota? QuotaOf(string account) => Quotas.TryGetValue(account, out var quota) ? quota : null;

    private static IEnumerable<string> Range<T>(string name, T value, T least, T most)
        where T : IComparable<T>, IFormattable =>
        value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0
            ? []
            : [string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Publishing.{name} is {value}; it lies from {least} to {most}")];
}
