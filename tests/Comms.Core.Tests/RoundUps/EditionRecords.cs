using Comms.Core.Documents;
using Comms.Core.Ledger;
using Comms.Core.RoundUps;
using Xunit;

namespace Comms.Core.Tests.RoundUps;

public class EditionRecords
{
    private static readonly Edition Made = SampleWeek.Compose();

    [Fact]
    public void A_stored_edition_comes_back_the_same()
    {
        var opened = EditionRecord.Open(Record(EditionRecord.Seal(Made)));
        Assert.Equal(Made.Hash, opened.Hash);
        Assert.Equal(Made.ComposedAt, opened.ComposedAt);
        Assert.Equal(Made.Counts.Themes, opened.Counts.Themes);
        Assert.Equal(DocumentRenderer.Render(Made.Document, DocumentFormat.Html), DocumentRenderer.Render(opened.Document, DocumentFormat.Html));
        Assert.Equal(EditionRecord.Seal(Made), EditionRecord.Seal(opened));
    }

    [Fact]
    public void A_changed_byte_is_refused_as_damage()
    {
        var bytes = EditionRecord.Seal(Made);
        bytes[^20] ^= 1;
        Assert.Equal(LedgerFault.Damaged, Assert.Throws<LedgerException>(() => EditionRecord.Open(Record(bytes))).Fault);
    }

    [Fact]
    public void Changed_content_under_a_new_seal_is_refused_by_the_editions_own_hash()
    {
        var forged = new StoredEdition { Hash = Made.Hash, ComposedAt = Made.ComposedAt, Content = Made.Content with { Policy = "another" } };
        var bytes = StoredRecord.Seal(EditionRecord.Kind, 1, forged, EditionJson.Default.StoredEdition);
        Assert.Equal(LedgerFault.Damaged, Assert.Throws<LedgerException>(() => EditionRecord.Open(Record(bytes))).Fault);
    }

    [Fact]
    public void A_newer_version_is_refused_in_clear_words()
    {
        var stored = new StoredEdition { Hash = Made.Hash, ComposedAt = Made.ComposedAt, Content = Made.Content };
        var newer = StoredRecord.Seal(EditionRecord.Kind, 3, stored, EditionJson.Default.StoredEdition);
        Assert.Equal(LedgerFault.Newer, Assert.Throws<LedgerException>(() => EditionRecord.Open(Record(newer))).Fault);
    }

    private static LedgerRecord Record(byte[] content) =>
        new() { Key = EditionRecord.Key(Made.Id), Revision = 1, Position = 1, Content = content };
}
