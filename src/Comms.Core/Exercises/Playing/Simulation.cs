using Comms.Core.Authoring;
using Comms.Core.Cases.Sinks;
using Comms.Core.Channels;

namespace Comms.Core.Exercises.Playing;

/// <summary>
/// What keeps an exercise apart from the world. Its accounts and sources have names that no ordinary engine takes, so that
/// neither can resolve what belongs to the other, even on the same ledger; and each of its texts says what it is.
/// </summary>
internal static class Simulation
{
    /// <summary>The word that every text of an exercise bears.</summary>
    public const string Word = "EXERCISE";

    private const string Prefix = "exercise:";

    public static TextMark Mark { get; } = new($"{Word}: ");

    /// <summary>An account of a scenario: in memory, with a platform's limits, and closed to any text that does not say what it is.</summary>
    public static InMemoryChannel Channel(string id, ChannelTraits? traits) => new(
        new ChannelAccount { Id = Named(id), Channel = "simulated" }, traits ?? InMemoryChannel.Unlimited, Mark.Words);

    /// <summary>The name that a scenario's account or source has in the engine.</summary>
    public static string Named(string id) => Prefix + id;

    /// <summary>The name that the scenario has for it.</summary>
    public static string Unnamed(string id) => id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..] : id;

    /// <summary>What is not on its own side.</summary>
    /// <param name="rehearses">Whether the engine is an exercise's.</param>
    /// <param name="channels">Its ways out.</param>
    /// <param name="sources">Its ways in.</param>
    /// <param name="sinks">The case systems that it mirrors to.</param>
    public static IEnumerable<string> Faults(
        bool rehearses, IEnumerable<IChannel> channels, IEnumerable<IMessageSource> sources, IEnumerable<ICaseSink> sinks) =>
    [
        .. channels.Where(channel => rehearses != IsSimulated(channel) || rehearses != IsNamed(channel.Account.Id))
            .Select(channel => Fault(rehearses, "account", channel.Account.Id)),
        .. sources.Where(source => rehearses != IsNamed(source.Id) || (rehearses && source is not InMemorySource))
            .Select(source => Fault(rehearses, "source", source.Id)),
        .. sinks.Where(_ => rehearses).Select(sink => Fault(rehearses, "case sink", sink.Id)),
    ];

    private static bool IsSimulated(IChannel channel) => channel is InMemoryChannel { Mark: not null };

    private static bool IsNamed(string id) => id.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    private static string Fault(bool rehearses, string what, string id) => rehearses
        ? $"The {what} '{id}' is not simulated, and an exercise takes no other"
        : $"The {what} '{id}' belongs to an exercise: a name beginning with '{Prefix}' is kept for those";
}
