using Comms.Core.Triage.Models;
using Comms.Core.Triage.Training;

namespace Comms.Core.Tests.Triage.Training;

/// <summary>Made-up examples that a head can tell apart.</summary>
internal static class Pets
{
    private static readonly string[] Cats = ["The cat purred at me", "My cat caught a mouse", "Our kitten slept all day", "She has a black cat"];
    private static readonly string[] Dogs = ["The dog barked at me", "My dog fetched a ball", "Our puppy chewed a shoe", "He has a brown dog"];

    public static IReadOnlyList<TrainingExample> Examples { get; } =
        [.. Enumerable.Range(0, 80).Select(i => new TrainingExample($"{(i % 2 == 0 ? Cats : Dogs)[i / 2 % 4]} on day {i}", [i % 2 == 0 ? "cat" : "dog"]))];

    public static TrainingSet OneOf { get; } = new("pet", HeadKind.OneOf, Examples);

    public static TrainingSet AnyOf { get; } = new("themes", HeadKind.AnyOf, Examples);

    public static TrainingOptions Small { get; } = new() { Bits = 12 };

    public static byte[] Bytes(TriageModel model)
    {
        using var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }
}
