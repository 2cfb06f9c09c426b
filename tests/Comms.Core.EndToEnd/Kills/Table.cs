using System.Globalization;
using System.Text;
using Comms.Core.Channels;
using Comms.Core.Publishing;

namespace Comms.Core.EndToEnd.Kills;

/// <summary>What came of the kills, by step and class: killed, shown once, shown twice where that was declared, and left to a person.</summary>
internal static class Table
{
    public static string Of(KillMatrix matrix, IReadOnlyList<KillRun> runs, IReadOnlyDictionary<string, Delivery> deliveries, BoardServer boards)
    {
        var text = new StringBuilder().AppendLine("killed/once/twice as declared/asks a person");
        text.Append(CultureInfo.InvariantCulture, $"{"",-22}").AppendLine(string.Concat(Enum.GetNames<IdempotencyClass>().Select(name => $"{name,18}")));
        foreach (var step in runs.GroupBy(run => run.Step).OrderBy(group => group.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"{step.Key,-22}");
            foreach (var cell in Enum.GetValues<IdempotencyClass>().Select(idempotency => step.Where(run => run.Idempotency == idempotency).ToList()))
            {
                var counts = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{cell.Count(matrix.Killed.Contains)}/{cell.Count(run => boards.SeenOn(run.Account).Count == 1)}/{cell.Count(run => boards.SeenOn(run.Account).Count > 1)}/{cell.Count(run => deliveries[run.Account].State == DeliveryState.NeedsHuman)}");
                text.Append(CultureInfo.InvariantCulture, $"{counts,18}");
            }

            text.AppendLine();
        }

        return text.Append(CultureInfo.InvariantCulture, $"{runs.Count} posts, {matrix.Killed.Count} hosts killed").ToString();
    }
}
