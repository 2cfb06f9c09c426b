using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Comms.Core.Text;

namespace Comms.Core.Triage.Models;

/// <summary>Reads what <see cref="ModelWriter"/> wrote and trusts nothing: the hash first, then every bound.</summary>
internal static class ModelReader
{
    private const int HeaderLength = 8 + 2 + 4 + SHA256.HashSizeInBytes;
    public const int LongestBody = 256 * 1024 * 1024;
    private const int FirstRead = 64 * 1024;
    private const int LeastOfToken = 4;
    private const int MostBits = 22;
    public const int MostLanes = 1024;
    private const int MostMixed = 64;

    public static TriageModel Read(Stream source)
    {
        using var file = new BinaryReader(source, Encoding.UTF8, leaveOpen: true);
        var header = file.ReadBytes(HeaderLength);
        var length = CheckHeader(header);
        var body = ReadUpTo(source, length);
        if (body.Length < length)
        {
            throw new ModelException("The model is cut short: copy it again.");
        }

        if (!SHA256.HashData(body).AsSpan().SequenceEqual(header.AsSpan(14)))
        {
            throw new ModelException("The model is damaged: its content does not match its hash.");
        }

        return ReadBody(body);
    }

    /// <summary>Takes room as bytes come, so that a short file that claims a long body costs no more than it is.</summary>
    private static byte[] ReadUpTo(Stream source, int length)
    {
        var body = new byte[Math.Min(length, FirstRead)];
        var read = 0;
        while (source.ReadAtLeast(body.AsSpan(read), body.Length - read, throwOnEndOfStream: false) is > 0 and var more)
        {
            read += more;
            if (read < body.Length || read == length)
            {
                break;
            }

            Array.Resize(ref body, (int)Math.Min(length, body.Length * 2L));
        }

        return read == body.Length ? body : body[..read];
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

        if (version < ModelWriter.Version)
        {
            throw new ModelException(
                $"The model has version {version}, which this program no longer reads: train it again, which gives version {ModelWriter.Version}.");
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
        var familiar = reader.ReadSingle();
        var tokens = new ModelToken[ReadCount(reader, Left(reader) / LeastOfToken, "tokens")];
        for (var i = 0; i < tokens.Length; i++)
        {
            tokens[i] = ReadToken(reader);
        }

        var pairs = new ulong[ReadCount(reader, Left(reader) / sizeof(ulong), "pairs")];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(pairs.AsSpan()));
        var bits = reader.ReadInt32();
        if (bits is < 8 or > MostBits)
        {
            throw Damaged("its number of buckets is impossible");
        }

        var lanes = heads.Sum(head => head.Lanes);
        if ((1L << bits) * lanes != Left(reader))
        {
            throw Damaged("its number of weights is not what its labels need");
        }

        var weights = new sbyte[Left(reader)];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new TriageModel(notice, heads, familiar, bits, tokens, new PairFilter(pairs), weights);
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

            var mixture = reader.ReadBoolean() ? ReadMixture(reader, labels.Length) : null;
            heads[i] = Enum.IsDefined(kind) ? new Head(name, kind, lane, labels, mixture) : throw Damaged("a head is of no known kind");
            lane += heads[i].Lanes;
            lane = lane <= MostLanes ? lane : throw Damaged("it has too many lanes");
        }

        return heads;
    }

    private static Mixture ReadMixture(BinaryReader reader, int labels)
    {
        var sources = ReadCount(reader, MostMixed, "sources");
        var customs = new Custom[ReadCount(reader, MostMixed, "customs")];
        for (var i = 0; i < customs.Length; i++)
        {
            var source = reader.ReadInt32();
            customs[i] = source >= 0 && source < sources
                ? new Custom(source, reader.ReadString())
                : throw Damaged("a custom belongs to no source");
        }

        var lanes = new LaneScale[Mixture.LanesOf(sources, Math.Min(labels, MostMixed), customs.Length)];
        for (var i = 0; i < lanes.Length; i++)
        {
            lanes[i] = new LaneScale(reader.ReadSingle(), reader.ReadSingle());
        }

        var gate = ReadFloats(reader, customs.Length * (customs.Length + 1));
        return new Mixture(sources, customs, lanes, gate, ReadFloats(reader, labels * (Mixture.InputsOf(sources, labels, customs.Length) + 1)));
    }

    private static float[] ReadFloats(BinaryReader reader, int count)
    {
        var values = new float[count];
        foreach (ref var value in values.AsSpan())
        {
            value = reader.ReadSingle();
        }

        return values;
    }

    private static ModelToken ReadToken(BinaryReader reader)
    {
        var folded = reader.ReadBytes(Math.Min(reader.ReadByte(), (byte)TokenBytes.Longest));
        return new ModelToken(folded, (TokenKind)reader.ReadByte(), new Valence(reader.ReadSByte(), reader.ReadSByte()));
    }

    private static int Left(BinaryReader reader) => (int)(reader.BaseStream.Length - reader.BaseStream.Position);

    private static int ReadCount(BinaryReader reader, int most, string what)
    {
        var count = reader.ReadInt32();
        return count >= 0 && count <= most ? count : throw Damaged($"its number of {what} is impossible");
    }

    private static ModelException Damaged(string why) => new($"The model is damaged: {why}.");
}
