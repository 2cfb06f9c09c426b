using Comms.Core.Triage.Models;
using Comms.Core.Triage.Training;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Triage.Models;

public sealed class TriageModelTests
{
    [Fact]
    public void What_was_written_is_read() => Assert.Equal(Bytes(Small()), Bytes(TriageModel.Read(new MemoryStream(Bytes(Small())))));

    [Fact]
    public void The_same_data_and_seed_give_the_same_bytes() => Assert.Equal(Bytes(Small()), Bytes(Small()));

    [Fact]
    public void A_cut_model_is_refused()
    {
        var bytes = Bytes(Small());
        Gen.Int[0, bytes.Length - 1].Sample(length =>
            Assert.Throws<ModelException>(() => TriageModel.Read(new MemoryStream(bytes[..length]))), iter: 200);
    }

    [Fact]
    public void A_changed_model_is_refused()
    {
        var bytes = Bytes(Small());
        Gen.Int[0, bytes.Length - 1].Sample(
            at =>
            {
                var changed = bytes.ToArray();
                changed[at] ^= 0x40;
                Assert.Throws<ModelException>(() => TriageModel.Read(new MemoryStream(changed)));
            },
            iter: 200);
    }

    [Fact]
    public void A_newer_model_is_refused_in_clear_words()
    {
        var bytes = Bytes(Small());
        bytes[8] = 99;
        Assert.Contains("newer program", Assert.Throws<ModelException>(() => TriageModel.Read(new MemoryStream(bytes))).Message, StringComparison.Ordinal);
    }

    private static TriageModel Small()
    {
        var examples = Enumerable.Range(0, 60).Select(i => new TrainingExample($"text {i} about {(i % 2 == 0 ? "cats" : "dogs")}", [i % 2 == 0 ? "cat" : "dog"]));
        var set = new TrainingSet("pet", HeadKind.OneOf, [.. examples]);
        return ModelTrainer.Train([set], new TrainingOptions { Bits = 10 }, cancel: TestContext.Current.CancellationToken);
    }

    private static byte[] Bytes(TriageModel model)
    {
        using var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }
}
