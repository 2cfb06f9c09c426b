using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Comms.Core.Triage.Models;

/// <summary>
/// The file: eight letters, version, length of the body, SHA-256 of the body, body. Little endian throughout.
/// </summary>
internal static class ModelWriter
{
    public const int Version = 3;

    public static ReadOnlySpan<byte> Letters => "COMMSTRI"u8;

    public static void Write(TriageModel model, Stream target)
    {
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            WriteBody(model, writer);
        }

        using var file = new BinaryWriter(target, Encoding.UTF8, leaveOpen: true);
        file.Write(Letters);
        file.Write((ushort)Version);
        file.Write((int)body.Length);
        file.Write(SHA256.HashData(body.GetBuffer().AsSpan(0, (int)body.Length)));
        file.Write(body.GetBuffer(), 0, (int)body.Length);
    }

    private static void WriteBody(TriageModel model, BinaryWriter writer)
    {
        writer.Write(model.Notice);
        writer.Write(model.Heads.Count);
        foreach (var head in model.Heads)
        {
            WriteHead(head, writer);
        }

        writer.Write(model.Familiar);
        writer.Write(model.Tokens.Count);
        foreach (var token in model.Tokens)
        {
            writer.Write((byte)token.Folded.Length);
            writer.Write(token.Folded);
            writer.Write((byte)token.Kind);
            writer.Write(token.Valence.Vader);
            writer.Write(token.Valence.Afinn);
        }

        writer.Write(model.Pairs.Bits.Length);
        writer.Write(MemoryMarshal.AsBytes(model.Pairs.Bits));
        writer.Write(model.Bits);
        writer.Write(MemoryMarshal.AsBytes(model.Weights.AsSpan()));
    }

    private static void WriteHead(Head head, BinaryWriter writer)
    {
        writer.Write(head.Name);
        writer.Write((byte)head.Kind);
        writer.Write(head.Labels.Count);
        foreach (var label in head.Labels)
        {
            writer.Write(label.Name);
            writer.Write(label.Scale);
            writer.Write(label.Bias);
            writer.Write(label.Slope);
            writer.Write(label.Offset);
            writer.Write(label.Threshold);
        }

        writer.Write(head.Mixture is not null);
        if (head.Mixture is not null)
        {
            WriteMixture(head.Mixture, writer);
        }
    }

    private static void WriteMixture(Mixture mixture, BinaryWriter writer)
    {
        writer.Write(mixture.Sources);
        writer.Write(mixture.Customs.Count);
        foreach (var custom in mixture.Customs)
        {
            writer.Write(custom.Source);
            writer.Write(custom.Question);
        }

        foreach (var lane in mixture.Lanes)
        {
            writer.Write(lane.Scale);
            writer.Write(lane.Bias);
        }

        foreach (var weight in mixture.Gate.Concat(mixture.Last))
        {
            writer.Write(weight);
        }
    }
}
