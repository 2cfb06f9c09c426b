using Comms.Core.Channels;
using Comms.Core.Text;

namespace Comms.Core.Engagement.Planted;

/// <summary>What moves nobody: people who turn to anybody by chance, bots that do so all day, and rings that turn to each other.</summary>
internal static class PlantedNoise
{
    private const double ChanceTurnsInAWeek = 0.05;
    private const int BotActsInADay = 6;

    private static readonly Act[] OfBots = [Act.Like, Act.Like, Act.Mention, Act.Repost];

    public static void Add(List<Interaction> acts, IReadOnlyList<PlantedAccount> accounts, PlantedOptions options, Chance chance)
    {
        PlantedAccount[] rings = [.. accounts.Where(account => account.Part == PlantedPart.Ring)];
        foreach (var (number, account) in accounts.Index())
        {
            for (var day = 0; day < 7 * options.Weeks; day++)
            {
                switch (account.Part)
                {
                    case PlantedPart.Person when chance.Happens(ChanceTurnsInAWeek / 7):
                        acts.Add(Turn(account, Act.Repost, Anybody(), At(day)));
                        break;
                    case PlantedPart.Bot:
                        acts.AddRange(Enumerable.Range(0, BotActsInADay).Select(_ => Turn(account, chance.Of(OfBots), chance.OneIn(2) ? Anybody() : null, At(day))));
                        break;
                    case PlantedPart.Ring:
                        acts.Add(Turn(account, Act.Repost, Next(number), At(day)));
                        acts.Add(Turn(account, Act.Mention, towards: null, At(day)));
                        break;
                }
            }
        }

        string Anybody() => accounts[chance.Below(options.People)].Name;
        DateTimeOffset At(int day) => options.Until.AddDays(-day - chance.Share());
        string Next(int number)
        {
            var member = number - (accounts.Count - rings.Length);
            var first = member / options.RingSize * options.RingSize;
            var step = 1 + chance.Below(options.RingSize - 1);
            return rings[first + ((member - first + step) % options.RingSize)].Name;
        }
    }

    private static Interaction Turn(PlantedAccount account, Act act, string? towards, DateTimeOffset at) =>
        new() { Account = account.Name, Act = act, Towards = towards, At = at, Followers = account.Followers };
}
