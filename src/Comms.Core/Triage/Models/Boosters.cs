using Comms.Core.Text;

namespace Comms.Core.Triage.Models;

/// <summary>Words that make the next one weigh more or less; after VADER's list (Hutto and Gilbert 2014, MIT).</summary>
internal static class Boosters
{
    private static readonly HashSet<ulong> More = TokenBytes.HashesOf(
        "absolutely amazingly awfully completely considerable considerably decidedly deeply effing enormous enormously "
        + "entirely especially exceptional exceptionally extreme extremely fabulously fully fucking greatly highly hugely "
        + "incredible incredibly intensely major majorly more most particularly purely quite really remarkably so "
        + "substantially thoroughly total totally tremendous tremendously uber unbelievably unusually utter utterly very");

    private static readonly HashSet<ulong> Less = TokenBytes.HashesOf(
        "almost barely hardly kinda less little marginal marginally occasional occasionally partly scarce scarcely slight "
        + "slightly somewhat sorta");

    public static bool AddsTo(ulong token) => More.Contains(token);

    public static bool TakesFrom(ulong token) => Less.Contains(token);
}
