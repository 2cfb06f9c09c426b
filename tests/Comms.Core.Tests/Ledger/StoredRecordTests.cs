using System.Text.Json.Serialization;
using Comms.Core.Ledger;
using Xunit;

namespace Comms.Core.Tests.Ledger;

public sealed class StoredRecordTests
{
    private static readonly Body Kept = new("Clinic open on Monday", 3);

    [Fact]
    public void What_was_sealed_comes_back() => Assert.Equal(Kept, Open(Seal(version: 2), newest: 3));

    [Fact]
    public void The_same_body_gives_the_same_bytes() => Assert.Equal(Seal(1), Seal(1));

    [Fact]
    public void Damage_to_any_byte_is_detected()
    {
        var whole = Seal(version: 1);
        for (var index = 0; index < whole.Length; index++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var damaged = whole.ToArray();
                damaged[index] ^= (byte)(1 << bit);
                Assert.Equal(LedgerFault.Damaged, Assert.Throws<LedgerException>(() => Open(damaged, newest: 9)).Fault);
            }
        }
    }

    [Fact]
    public void A_record_cut_at_any_byte_is_detected()
    {
        var whole = Seal(version: 1);
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Equal(LedgerFault.Damaged, Assert.Throws<LedgerException>(() => Open(whole[..length], newest: 9)).Fault);
        }
    }

    [Fact]
    public void A_newer_version_is_refused_in_clear_words()
    {
        var fault = Assert.Throws<LedgerException>(() => Open(Seal(version: 3), newest: 2));
        Assert.Equal(LedgerFault.Newer, fault.Fault);
        Assert.Equal("The record draft/a has version 3; this program reads up to 2. Use the newer program.", fault.Message);
    }

    [Fact]
    public void Another_kind_of_record_is_refused()
    {
        var other = StoredRecord.Seal("delivery", 1, Kept, BodyContext.Default.Body);
        Assert.Contains("another kind", Assert.Throws<LedgerException>(() => Open(other, newest: 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_without_an_end_is_refused_whatever_its_length() =>
        Assert.Equal(
            LedgerFault.Damaged,
            Assert.Throws<LedgerException>(() => Open(new byte[50_000_000], newest: 1)).Fault);

    [Fact]
    public void A_body_that_is_not_what_it_should_be_is_refused()
    {
        var text = StoredRecord.Seal("draft", 1, "only text", BodyContext.Default.String);
        Assert.Equal(LedgerFault.Damaged, Assert.Throws<LedgerException>(() => Open(text, newest: 1)).Fault);
    }

    private static byte[] Seal(int version) => StoredRecord.Seal("draft", version, Kept, BodyContext.Default.Body);

    private static Body Open(byte[] content, int newest) => StoredRecord.Open(
        new LedgerRecord { Key = new RecordKey("draft", "a"), Revision = 1, Position = 1, Content = content },
        newest,
        BodyContext.Default.Body);
}

internal sealed record Body(string Text, int Number);

[JsonSerializable(typeof(Body))]
[JsonSerializable(typeof(string))]
internal sealed partial class BodyContext : JsonSerializerContext;
