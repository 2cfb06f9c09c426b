using Comms.Core.Channels;

namespace Comms.Core.Exercises.Playing;

/// <summary>Something that the players did, as the ledger has it.</summary>
internal abstract record Fact(DateTimeOffset At)
{
    /// <summary>A post stands on an account.</summary>
    public sealed record Post(DateTimeOffset At, string Id, Rendition Rendition, bool Crisis) : Fact(At)
    {
        /// <summary>The account as the scenario names it.</summary>
        public string Account => Simulation.Unnamed(Rendition.Account);

        public bool Says(string words) => Rendition.Text.Contains(words, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Someone did something to a record: wrote a draft, approved it, held everything, took a case.</summary>
    public sealed record Done(DateTimeOffset At, string Who, string Act, string Subject, string? Detail) : Fact(At);
}
