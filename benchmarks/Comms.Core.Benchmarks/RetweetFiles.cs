using System.Globalization;
using Comms.Core.Channels;
using Comms.Core.Engagement;

namespace Comms.Core.Benchmarks;

/// <summary>Who passed one account's posts on, before its last week and within it.</summary>
internal sealed record RetweetFile(IReadOnlyList<Interaction> Before, DateTimeOffset WeekBegins, IReadOnlyDictionary<string, int> WeekAfter);

/// <summary>
/// Reads a folder of files with a line for each post of somebody, <c>seconds,account,1 where it passes the account's words
/// on</c>: the form of twitter-influence-propagation-dataset, whose licence was not found and which is not in this repository.
/// Files without a week to hold out are passed over.
/// </summary>
internal static class RetweetFiles
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public static IReadOnlyList<RetweetFile> Read(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(ReadOne).OfType<RetweetFile>()];

    private static RetweetFile? ReadOne(string path)
    {
        Interaction[] all = [.. File.ReadLines(path).Select(line => line.Split(',', '\t')).Where(cells => cells is [_, _, "1"]).Select(Repost)];
        if (all.Length == 0)
        {
            return null;
        }

        var begins = all.Max(act => act.At) - Week;
        Interaction[] before = [.. all.Where(act => act.At <= begins)];
        var after = all.Where(act => act.At > begins).CountBy(act => act.Account, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return before.Select(act => act.Account).Distinct().Count() >= 5 && before.Any(act => after.ContainsKey(act.Account))
            ? new RetweetFile(before, begins, after)
            : null;
    }

    private static Interaction Repost(string[] cells) => new()
    {
        Account = cells[1],
        Act = Act.Repost,
        At = DateTimeOffset.FromUnixTimeSeconds(long.Parse(cells[0], CultureInfo.InvariantCulture)),
    };
}
