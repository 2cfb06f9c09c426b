using System.Text;
using Comms.Core.Approval;
using Comms.Core.Channels;
using Comms.Core.Ledger;
using Xunit;

namespace Comms.Core.Tests.Approval;

/// <summary>What comes back from the ledger is what was approved, or has no words at all.</summary>
public class ApprovedPostRecordTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, string> Limits = new() { ["town"] = "memory/1" };

    [Fact]
    public void It_comes_back_as_it_was_with_everyone_who_approved_it()
    {
        var post = Post(["ros", "ann"]);
        var back = Open(ApprovedPostRecord.Seal(post));

        Assert.Equal((post.Id, post.Author, post.ApprovedBy, post.ApprovedAt, post.Language, post.Hash), (back.Id, back.Author, back.ApprovedBy, back.ApprovedAt, back.Language, back.Hash));
        Assert.Equal(["ros", "ann"], back.Approvers);
        Assert.Equal(["ann"], Open(ApprovedPostRecord.Seal(Post(["ann"]))).Approvers);
        Assert.Equal(["ann"], Open(ApprovedPostRecord.Seal(Post(null))).Approvers);
        Assert.DoesNotContain("approvers", Encoding.UTF8.GetString(ApprovedPostRecord.Seal(Post(["ann"]))), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_over_keeps_its_hash_and_no_word()
    {
        var post = Post(null);
        var erased = ApprovedPostRecord.WithoutWords(Record(ApprovedPostRecord.Seal(post)));
        var back = Open(erased);

        Assert.Equal(post.Hash, back.Hash);
        Assert.Equal([ErasedWords.Mark], back.Renditions.Select(rendition => rendition.Text));
        Assert.DoesNotContain("Clinic", Encoding.UTF8.GetString(erased), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Clinic shut", false)]
    [InlineData("Clinic shut", true)]
    [InlineData(ErasedWords.Mark, false)]
    public void Other_words_are_damage_even_where_it_says_that_they_were_erased(string text, bool erased)
    {
        var post = Post(null);
        var forged = new ApprovedPostRecord(post.Author, post.ApprovedBy, post.ApprovedAt, post.Language, Words(text), Limits, post.Hash, erased);

        var sealedAs = StoredRecord.Seal(ApprovedPost.Kind, 2, forged, ApprovalJson.Default.ApprovedPostRecord);

        Assert.Equal(LedgerFault.Damaged, Assert.Throws<LedgerException>(() => Open(sealedAs)).Fault);
    }

    private static Rendition[] Words(string text) => [new() { Account = "town", Text = text }];

    private static ApprovedPost Post(IReadOnlyList<string>? approvers) => new("id", "sam", "ann", Nine, "en", Words("Clinic open"), Limits, erased: null, approvers);

    private static LedgerRecord Record(byte[] content) => new() { Key = new RecordKey(ApprovedPost.Kind, "id"), Revision = 1, Position = 1, Content = content };

    private static ApprovedPost Open(byte[] content) => ApprovedPostRecord.Open(Record(content));
}
