using System.Text;
using Comms.Core.Calendars;
using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Scheduling;
using Xunit;

namespace Comms.Core.Tests.Scheduling;

/// <summary>What comes back from the ledger is what was approved, or has no words at all.</summary>
public class ScheduledPostRecordTests
{
    private static readonly PlannedTime When = Zones.Resolve(new DateTime(2027, 7, 1, 9, 0, 0), "Europe/London");
    private static readonly Dictionary<string, string> Limits = new() { ["list"] = "1", ["town"] = "1" };
    private static readonly PostMarks Marks = new() { Crisis = true, Purpose = PostPurpose.Safety };

    [Fact]
    public void It_comes_back_as_it_was_with_its_marks_and_its_recipients()
    {
        var post = Post(Words("Clinic open"), Recipients("a@trust.example", "b@trust.example"));
        var back = Open(ScheduledPostRecord.Seal(post));

        Assert.Equal((post.Id, post.ApprovedHash, post.ApprovedBy, post.ScheduledBy, post.When), (back.Id, back.ApprovedHash, back.ApprovedBy, back.ScheduledBy, back.When));
        Assert.Equal((true, PostPurpose.Safety), (back.Crisis, back.Purpose));
        Assert.Equal(["a@trust.example", "b@trust.example"], back.RecipientsOf("list"));
        Assert.Equal([null], back.RecipientsOf("town"));
        Assert.Equal([null], Open(ScheduledPostRecord.Seal(Post(Words("Clinic open"), null))).RecipientsOf("list"));
    }

    [Fact]
    public void A_post_without_lists_says_nothing_of_them() =>
        Assert.DoesNotContain("recipients", Encoding.UTF8.GetString(ScheduledPostRecord.Seal(Post(Words("Clinic open"), null))), StringComparison.Ordinal);

    [Fact]
    public void One_that_is_over_has_no_word_and_forgets_whom_it_answered()
    {
        Rendition[] answers = [new() { Account = "list", Text = "Dear Jo", AnswerTo = "jo@home.example" }, new() { Account = "town", Text = "Clinic open" }];
        var post = Post(answers, new Dictionary<string, IReadOnlyList<string>> { ["list"] = ["jo@home.example"], ["town"] = ["all@trust.example"] });

        var erased = ScheduledPostRecord.WithoutWords(Record(ScheduledPostRecord.Seal(post)));

        Assert.DoesNotContain("jo@home.example", Encoding.UTF8.GetString(erased), StringComparison.Ordinal);
        var back = Open(erased);
        Assert.Equal([ErasedWords.Mark, ErasedWords.Mark], back.Renditions.Select(rendition => rendition.Text));
        Assert.Equal(["all@trust.example"], back.RecipientsOf("town"));
        Assert.Equal(post.ApprovedHash, back.ApprovedHash);
    }

    [Theory]
    [InlineData("Clinic shut", false)]
    [InlineData("Clinic shut", true)]
    [InlineData(ErasedWords.Mark, false)]
    public void Other_words_are_damage_even_where_it_says_that_they_were_erased(string text, bool erased)
    {
        var post = Post(Words("Clinic open"), null);
        var forged = new ScheduledPostRecord(post.ApprovedHash, "ann", "ros", When, Lateness.Default, Words(text), Limits, Marks, null, erased);

        var sealedAs = StoredRecord.Seal(ScheduledPost.Kind, 1, forged, SchedulingJson.Default.ScheduledPostRecord);

        Assert.Equal(LedgerFault.Damaged, Assert.Throws<LedgerException>(() => Open(sealedAs)).Fault);
    }

    private static Rendition[] Words(string text) => [new() { Account = "list", Text = text }, new() { Account = "town", Text = text }];

    private static Dictionary<string, IReadOnlyList<string>> Recipients(params string[] list) => new() { ["list"] = list };

    private static ScheduledPost Post(Rendition[] renditions, IReadOnlyDictionary<string, IReadOnlyList<string>>? recipients) => new(
        "id", RenditionHash.Of(renditions, Limits), "ann", "ros", When, Lateness.Default, renditions, Limits, Marks, recipients);

    private static LedgerRecord Record(byte[] content) => new() { Key = new RecordKey(ScheduledPost.Kind, "id"), Revision = 1, Position = 1, Content = content };

    private static ScheduledPost Open(byte[] content) => ScheduledPostRecord.Open(Record(content));
}
