using System.Buffers.Binary;
using System.Security.Cryptography;
using Comms.Core.Triage;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Training;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Triage.Fuzzing;

public sealed class ModelFuzzTests
{
    private const int HeaderLength = 46;
    private const int LengthAt = 10;
    private const int HashAt = 14;

    /// <summary>What reading may cost beside the bytes themselves and what they unfold to.</summary>
    private const int Spare = 256 * 1024;

    private static readonly byte[] Whole = Bytes();

    [Fact]
    public void A_model_cut_anywhere_within_its_header_is_refused()
    {
        for (var length = 0; length <= HeaderLength; length++)
        {
            Refused(Whole[..length], Whole.Length);
        }
    }

    [Fact]
    public void A_model_cut_anywhere_is_refused() =>
        Fuzz.Try(Gen.Int[0, Whole.Length - 1], length => Refused(Whole[..length], Whole.Length), usual: 200);

    [Fact]
    public void A_model_with_one_byte_changed_is_refused() => Fuzz.Try(
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Byte[1, 255]),
        (change) => Refused(Changed(Whole, change.Item1, change.Item2), Whole.Length),
        usual: 200);

    [Fact]
    public void A_short_file_that_claims_a_long_body_takes_no_memory_for_it()
    {
        var claims = Whole[..200];
        BinaryPrimitives.WriteInt32LittleEndian(claims.AsSpan(LengthAt), 256 * 1024 * 1024);
        Refused(claims, claims.Length);
    }

    /// <summary>The hash proves who wrote it no more than that it is whole: a body that was made to harm is refused as well.</summary>
    [Fact]
    public void A_body_that_lies_about_itself_is_refused_or_read_for_what_it_is() => Fuzz.Try(
        Gen.Select(Gen.Int[HeaderLength, Whole.Length - 1], Gen.Byte[1, 255], Gen.Int[1, 4]),
        lie =>
        {
            var bytes = Whole.ToArray();
            for (var i = 0; i < lie.Item3 && lie.Item1 + i < bytes.Length; i++)
            {
                bytes[lie.Item1 + i] ^= lie.Item2;
            }

            ReadOrRefused(Sealed(bytes));
        },
        usual: 40);

    [Fact]
    public void Bytes_of_any_kind_are_refused() => Fuzz.Try(Gen.Byte.Array[0, 300], bytes => Refused(bytes, bytes.Length), usual: 200);

    [Fact]
    public void Bytes_of_any_kind_with_a_true_hash_are_refused() => Fuzz.Try(
        Gen.Byte.Array[1, 300], bytes => ReadOrRefused(Sealed([.. Whole[..HeaderLength], .. bytes])), usual: 200);

    private static void Refused(byte[] bytes, int length)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Assert.Throws<ModelException>(() => TriageModel.Read(new MemoryStream(bytes)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (2 * length) + Spare);
        Assert.NotEmpty(fault.Message);
    }

    private static void ReadOrRefused(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        TriageModel? read = null;
        try
        {
            read = TriageModel.Read(new MemoryStream(bytes));
        }
        catch (ModelException fault)
        {
            Assert.NotEmpty(fault.Message);
        }

        // A token of four bytes unfolds to an object; nothing unfolds to more than this.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (32L * bytes.Length) + Spare);
        if (read is not null)
        {
            // What was let in can be worked with.
            Triager.Create(new TriagerOptions { Model = read }).Triage("cats and dogs, not a good text", new TriageResult());
        }
    }

    private static byte[] Changed(byte[] bytes, int at, byte by)
    {
        var changed = bytes.ToArray();
        changed[at] ^= by;
        return changed;
    }

    private static byte[] Sealed(byte[] bytes)
    {
        var body = bytes.AsSpan(HeaderLength);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(LengthAt), body.Length);
        SHA256.HashData(body, bytes.AsSpan(HashAt));
        return bytes;
    }

    private static byte[] Bytes()
    {
        var examples = Enumerable.Range(0, 60).Select(i => new TrainingExample($"text {i} about {(i % 2 == 0 ? "cats" : "dogs")}", [i % 2 == 0 ? "cat" : "dog"]));
        var model = ModelTrainer.Train([new TrainingSet("pet", HeadKind.OneOf, [.. examples])], new TrainingOptions { Bits = 10 });
        using var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }
}
