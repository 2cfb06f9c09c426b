using System.CommandLine;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Publishing;
using CommsDesk.Configuration;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary>What a person decides about one delivery that waits for them.</summary>
internal static class Decision
{
    /// <param name="parsed">The command line.</param>
    /// <param name="key">The delivery.</param>
    /// <param name="waits">The state in which it must be.</param>
    /// <param name="done">What is said of it afterwards.</param>
    /// <param name="decide">The decision; false when it was not taken.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <exception cref="ConfigException">There is no such delivery.</exception>
    public static async Task<int> MakeAsync(
        ParseResult parsed, string key, DeliveryState waits, string done, Func<PublishingDesk, Delivery, Actor, ValueTask<bool>> decide, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var publisher = desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Publish);
        var delivery = await FindAsync(desk, key, cancel);
        if (delivery.State != waits)
        {
            return await SayAsync($"{key} does not wait for that: it is {delivery.State}", ExitCode.Nothing);
        }

        return await decide(desk.Engine.Publishing, delivery, publisher)
            ? await SayAsync($"{key} {done}", ExitCode.Done)
            : await SayAsync($"{publisher.Id} may not, or someone else did so meanwhile", ExitCode.Nothing);
    }

    /// <exception cref="ConfigException">There is no such delivery.</exception>
    public static async Task<Delivery> FindAsync(Desk desk, string key, CancellationToken cancel) =>
        await desk.Engine.Publishing.FindAsync(new DeliveryKey(key), cancel) ?? throw new ConfigException($"there is no delivery {key}");

    /// <summary>Says why something was refused; nothing was kept.</summary>
    public static Task<int> RefuseAsync(ParseResult parsed, IEnumerable<string> reasons) =>
        SayAsync(Phrases.Fill(DeskOptions.Phrases(parsed).Refused, string.Join("; ", reasons)), ExitCode.Nothing);

    public static async Task<int> SayAsync(string words, int code)
    {
        await Console.Error.WriteLineAsync($"comms: {words}");
        return code;
    }
}
