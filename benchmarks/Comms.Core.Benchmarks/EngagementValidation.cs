using System.Globalization;
using Comms.Core.Engagement.Planted;
using Comms.Core.Engagement.Validation;

namespace Comms.Core.Benchmarks;

/// <summary>
/// The claim: the score finds who moves others better than followers, counts, recency or plain PageRank do. Measured on
/// communities whose truth is planted; and, where a folder of time-stamped retweets is given, on who takes part in the
/// week to come.
/// </summary>
internal sealed class EngagementValidation(TextWriter report)
{
    private const int Communities = 20;
    private const ulong FirstSeed = 101; // The defaults were chosen on seeds from 1 to 6.
    private const int First = 50;

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    public async Task RunAsync(string? retweets)
    {
        var options = new PlantedOptions { Until = Now };
        await PlantedAsync("1,000 people, 20 bots, 4 rings of 6", options);
        await PlantedAsync("300 people, 20 bots, 4 rings of 6", options with { People = 300 });
        await PlantedAsync("1,000 people, no bots and no rings", options with { Bots = 0, Rings = 0 });
        await PlantedAsync("1,000 people, 20 bots, 4 rings of 6; three in ten show who moved them", options with { Shown = 0.3 });
        await PlantedAsync("1,000 people, 100 bots, 10 rings of 10", options with { Bots = 100, Rings = 10, RingSize = 10 });
        if (retweets is not null)
        {
            await NextWeekAsync(RetweetFiles.Read(retweets));
        }
    }

    private async Task PlantedAsync(string title, PlantedOptions options)
    {
        var found = new Dictionary<string, List<(double All, double People, double Ndcg)>>(StringComparer.Ordinal);
        for (var seed = FirstSeed; seed < FirstSeed + Communities; seed++)
        {
            var grown = PlantedCommunity.Grow(options with { Seed = seed });
            foreach (var (name, ranking) in Rankings.Of(grown.Interactions, Now))
            {
                PlantedAccount[] known = [.. grown.Accounts.Where(account => ranking.ContainsKey(account.Name))];
                PlantedAccount[] people = [.. known.Where(account => account.Part == PlantedPart.Person)];
                Add(found, name, (Agreement(known, ranking), Agreement(people, ranking), RankMeasures.Ndcg(Scores(known, ranking), Truth(known), First)));
            }
        }

        await report.WriteLineAsync($"\n### {title}\n");
        await report.WriteLineAsync($"| Ranking | Rank correlation with the truth | People alone | NDCG of the first {First} |");
        await report.WriteLineAsync("|---|---:|---:|---:|");
        foreach (var (name, rounds) in found)
        {
            await report.WriteLineAsync($"| {name} | {Mean(rounds.Select(one => one.All))} | {Mean(rounds.Select(one => one.People))} | {Mean(rounds.Select(one => one.Ndcg))} |");
        }
    }

    private async Task NextWeekAsync(IReadOnlyList<RetweetFile> files)
    {
        var found = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var (name, ranking) in Rankings.Of(file.Before, file.WeekBegins).Where(ranking => ranking.Value.Values.Distinct().Count() > 1))
            {
                var accounts = ranking.Keys.ToArray();
                Add(found, name, RankMeasures.Ndcg([.. accounts.Select(account => ranking[account])], [.. accounts.Select(account => (double)file.WeekAfter.GetValueOrDefault(account))], 10));
            }
        }

        await report.WriteLineAsync($"\n### Who passes posts on in the week to come, of {files.Count} accounts' retweeters\n");
        await report.WriteLineAsync("| Ranking | NDCG of the first 10 |");
        await report.WriteLineAsync("|---|---:|");
        foreach (var (name, rounds) in found)
        {
            await report.WriteLineAsync($"| {name} | {Mean(rounds)} |");
        }
    }

    private static void Add<T>(Dictionary<string, List<T>> found, string name, T figure)
    {
        found.TryAdd(name, []);
        found[name].Add(figure);
    }

    private static double Agreement(IReadOnlyList<PlantedAccount> accounts, IReadOnlyDictionary<string, double> ranking) =>
        RankMeasures.Spearman(Scores(accounts, ranking), Truth(accounts));

    private static double[] Scores(IReadOnlyList<PlantedAccount> accounts, IReadOnlyDictionary<string, double> ranking) =>
        [.. accounts.Select(account => ranking[account.Name])];

    private static double[] Truth(IReadOnlyList<PlantedAccount> accounts) => [.. accounts.Select(account => account.Influence)];

    /// <summary>The mean with its 95 % interval, by the normal approximation over the rounds.</summary>
    private static string Mean(IEnumerable<double> rounds)
    {
        double[] all = [.. rounds];
        var mean = all.Average();
        var half = 1.96 * Math.Sqrt(all.Sum(one => (one - mean) * (one - mean)) / (all.Length - 1) / all.Length);
        return string.Create(CultureInfo.InvariantCulture, $"{mean:F3} ± {half:F3}");
    }
}
