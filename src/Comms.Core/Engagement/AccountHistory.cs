using Comms.Core.Channels;

namespace Comms.Core.Engagement;

/// <summary>One account's acts within the window, oldest first; never empty.</summary>
internal sealed class AccountHistory(string account, IReadOnlyList<Interaction> acts, DateTimeOffset asOf)
{
    public string Account => account;

    public IReadOnlyList<Interaction> Acts => acts;

    /// <summary>The act that tells what the account is now. Where two tell at once, the one that agreed to less.</summary>
    public Interaction Latest { get; } = acts.Where(act => act.At == acts[^1].At)
        .OrderBy(act => act.AgreedToBeNamed).ThenBy(act => act.Kind, StringComparer.Ordinal).First();

    public long? Followers { get; } = acts.Max(act => act.Followers);

    /// <summary>Acts that ask for an answer, oldest first.</summary>
    public IEnumerable<Interaction> Turns => acts.Where(act => act.Act is Act.Reply or Act.Mention or Act.Quote or Act.Comment);

    /// <summary>How many whole weeks before the instant of scoring an act took place.</summary>
    public int WeeksAgo(Interaction act) => (int)((asOf - act.At).Ticks / (7 * TimeSpan.TicksPerDay));

    /// <summary>The weeks with an act, oldest first, each once.</summary>
    public IEnumerable<int> ActiveWeeks => acts.Select(WeeksAgo).Distinct();
}
