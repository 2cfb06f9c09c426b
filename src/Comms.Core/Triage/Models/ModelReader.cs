using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Comms.Core.Text;

namespace Comms.Core.Triage.Models;

/// <summary>Reads what <see cref="ModelWriter"/> wrote and trusts nothing: the hash first, then every bound.</summary>
internal static class ModelReader
{
    public const int LongestBody = 256 * 1024 * 1024;
    public const int MostLanes = 1024;
    private const int HeaderLength = 8 + 2 + 4 + SHA256.HashSizeInBytes;
    private const int MostBits = 22;

    public static TriageModel Read(Stream source)
    {
        using var file = new BinaryReader(source, Encoding.UTF8, leaveOpen: true);
        var header = file.ReadBytes(HeaderLength);
        var body = file.ReadBytes(CheckHeader(header));
        if (body.Length < BitConverter.ToInt32(header, 10))
        {
            throw new ModelException("The model is cut short: copy it again.");
        }

        if (!SHA256.HashData(body).AsSpan().SequenceEqual(header.AsSpan(14)))
        {
            throw new ModelException("The model is damaged: its content does not match its hash.");
        }

        return ReadBody(body);
    }

    private static int CheckHeader(byte[] header)
    {
        if (header.Length < HeaderLength || !header.AsSpan(0, 8).SequenceEqual(ModelWriter.Letters))
        {
            throw new ModelException("This is no triage model, or it is cut short within its first bytes.");
        }

        var version = BitConverter.ToUInt16(header, 8);
        if (version > ModelWriter.Version)
        {
            throw new ModelException(
                $"The model has version {version}; this program reads up to {ModelWriter.Version}. Use the newer program.");
        }

        var length = BitConverter.ToInt32(header, 10);
        return length is > 0 and <= LongestBody ? length : throw Damaged("its stated length is impossible");
    }

    private static TriageModel ReadBody(byte[] body)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(body), Encoding.UTF8);
            return ReadParts(reader);
        }
        catch (Exception fault) when (fault is EndOfStreamException or FormatException or ArgumentException or IOException)
        {
            throw new ModelException($"The model is damaged: {fault.Message}", fault);
        }
    }

    private static TriageModel ReadParts(BinaryReader reader)
    {
        var notice = reader.ReadString();
        var heads = ReadHeads(reader);
        var tokens = new ModelToken[ReadCount(reader, 4_000_000, "tokens")];
        for (var i = 0; i < tokens.Length; i++)
        {
            tokens[i] = ReadToken(reader);
        }

        var bits = reader.ReadInt32();
        if (bits is < 8 or > MostBits)
        {
            throw Damaged("its number of buckets is impossible");
        }

        var lanes = heads.Sum(head => head.Labels.Count);
        var weights = new sbyte[(1 << bits) * lanes];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new TriageModel(notice, heads, bits, tokens, weights);
    }

    private static Head[] ReadHeads(BinaryReader reader)
    {
        var heads = new Head[ReadCount(reader, MostLanes, "heads")];
        var lane = 0;
        for (var i = 0; i < heads.Length; i++)
        {
            var name = reader.ReadString();
            var kind = (HeadKind)reader.ReadByte();
            var labels = new HeadLabel[ReadCount(reader, MostLanes - lane, "labels")];
            for (var l = 0; l < labels.Length; l++)
            {
                labels[l] = new HeadLabel(
                    reader.ReadString(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
            }

            heads[i] = Enum.IsDefined(kind) ? new Head(name, kind, lane, labels) : throw Damaged("a head is of no known kind");
            lane += labels.Length;
        }

        return heads;
    }

    private static ModelToken ReadToken(BinaryReader reader)
    {
        var folded = reader.ReadBytes(Math.Min(reader.ReadByte(), (byte)TokenBytes.Longest));
        return new ModelToken(folded, (TokenKind)reader.ReadByte(), new Valence(reader.ReadSByte(), reader.ReadSByte()));
    }

    private static int ReadCount(BinaryReader reader, int most, string what)
    {
        var count = reader.ReadInt32();
        return count >= 0 && count <= most ? count : throw Damaged($"its number of {what} is impossible");
    }

    private static ModelException Damaged(string why) => new($"The model is damaged: {why}.");
}
