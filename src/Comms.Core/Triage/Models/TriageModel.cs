using System.Reflection;

namespace Comms.Core.Triage.Models;

/// <summary>
/// What a machine learnt from labelled texts: hashed linear weights of all heads, in whole steps of eight bits. Holds no
/// text. Immutable and safe to share between threads.
/// </summary>
public sealed class TriageModel
{
    private const string ShippedName = "seeds/models/triage.model";
    private static readonly Lazy<TriageModel> LazyShipped = new(ReadShipped);

    internal TriageModel(
        string notice, IReadOnlyList<Head> heads, float familiar, int bits, IReadOnlyList<ModelToken> tokens, PairFilter pairs, sbyte[] weights)
    {
        Notice = notice;
        Heads = heads;
        Familiar = familiar;
        Bits = bits;
        Tokens = tokens;
        Pairs = pairs;
        Weights = weights;
        Lanes = heads.Sum(head => head.Lanes);
    }

    /// <summary>
    /// The model in this package: sentiment and the themes of NHS feedback. Its model card is
    /// <c>seeds/models/MODEL-CARD.md</c>.
    /// </summary>
    public static TriageModel Shipped => LazyShipped.Value;

    /// <summary>What the model was made from, and the notices its sources ask for; empty when it has none.</summary>
    public string Notice { get; }

    /// <summary>The questions it answers.</summary>
    public IReadOnlyList<Head> Heads { get; }

    /// <summary>How strange few of the texts it learnt from are, at least: beyond, the model is on foreign ground.</summary>
    internal float Familiar { get; }

    /// <summary>The binary logarithm of the number of buckets.</summary>
    internal int Bits { get; }

    internal int Lanes { get; }

    internal IReadOnlyList<ModelToken> Tokens { get; }

    internal PairFilter Pairs { get; }

    /// <summary>Bucket by bucket, a weight per lane.</summary>
    internal sbyte[] Weights { get; }

    internal Lexicon Lexicon =>
        new(Tokens.Where(token => !token.Valence.IsEmpty).ToDictionary(token => token.Hash, token => token.Valence));

    /// <summary>Reads a model.</summary>
    /// <param name="source">Read to its end; not closed.</param>
    /// <exception cref="ModelException">It is damaged, cut short or of another version; the message says which.</exception>
    public static TriageModel Read(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ModelReader.Read(source);
    }

    /// <summary>Writes the model; the same model gives the same bytes.</summary>
    /// <param name="target">Written to; not closed.</param>
    public void Write(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        ModelWriter.Write(this, target);
    }

    internal Head? FindHead(string name) => Heads.FirstOrDefault(head => head.Name == name);

    private static TriageModel ReadShipped()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(ShippedName)
            ?? throw new ModelException($"The package lacks its resource {ShippedName}.");
        return Read(stream);
    }
}
