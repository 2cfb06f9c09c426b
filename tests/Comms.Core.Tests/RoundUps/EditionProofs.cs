using Comms.Core.Documents;
using Comms.Core.RoundUps;
using Xunit;

namespace Comms.Core.Tests.RoundUps;

/// <summary>Each kind of lie, slipped into a true edition.</summary>
public class EditionProofs
{
    private static readonly EditionContent Truth = SampleWeek.Compose().Content;

    [Fact]
    public void The_truth_passes() => Assert.Empty(Faults(Truth));

    [Fact]
    public void A_changed_word_is_refused() =>
        Refused<MessageCard>(card => card with { Text = card.Text.Replace("never", "always", StringComparison.Ordinal) }, card => card.Text.Contains("never", StringComparison.Ordinal));

    [Fact]
    public void Unmasked_personal_data_is_refused() =>
        Refused<MessageCard>(
            card => card with { Text = card.Text.Replace("[phone removed]", "07700 900123", StringComparison.Ordinal) },
            card => card.Text.Contains("[phone", StringComparison.Ordinal));

    [Fact]
    public void A_kinder_tone_is_refused() => Refused<MessageCard>(card => card with { Tone = Tone.Positive }, card => card.Tone == Tone.Negative);

    [Fact]
    public void Another_address_is_refused() => Refused<MessageCard>(card => card with { Url = "https://evil.example/" }, _ => true);

    [Fact]
    public void One_more_who_said_so_is_refused() => Refused<MessageCard>(card => card with { Others = [.. card.Others, new CardLink("x")] }, _ => true);

    [Fact]
    public void A_quotation_without_evidence_is_refused() =>
        Assert.NotEmpty(Faults(Truth with { Document = Truth.Document with { Blocks = [.. Truth.Document.Blocks, new Quote("Made up.")] } }));

    [Fact]
    public void A_larger_figure_is_refused() =>
        Refused<FigureRow>(row => new FigureRow([row.Figures[0] with { Value = "12" }, .. row.Figures.Skip(1)]), _ => true);

    [Fact]
    public void A_larger_share_is_refused() =>
        Refused<ShareBar>(bar => bar with { Shares = [bar.Shares[0] with { Count = 1 }, .. bar.Shares.Skip(1)] }, _ => true);

    [Fact]
    public void A_number_from_nowhere_is_refused() =>
        Assert.NotEmpty(Faults(Truth with { Document = Truth.Document with { Blocks = [.. Truth.Document.Blocks, new Paragraph("Up by 40%.")] } }));

    [Fact]
    public void A_count_of_messages_that_are_not_there_is_refused() =>
        RefusedClaim<EditionClaim.Counted>(claim => claim with { MessageIds = ["x", .. claim.MessageIds.Skip(1)] });

    [Fact]
    public void A_message_counted_twice_is_refused() =>
        RefusedClaim<EditionClaim.Counted>(claim => claim with { MessageIds = [claim.MessageIds[^1], .. claim.MessageIds.Skip(1)] });

    [Fact]
    public void Evidence_left_out_is_refused() => RefusedClaim<EditionClaim.Counted>(claim => claim with { MessageIds = [.. claim.MessageIds.Skip(1)] });

    [Fact]
    public void A_quotation_beyond_its_message_is_refused() => RefusedClaim<EditionClaim.Quoted>(claim => claim with { Length = claim.Length + 1000 });

    [Fact]
    public void A_quotation_of_someone_else_is_refused() => RefusedClaim<EditionClaim.Quoted>(claim => claim with { MessageId = "m08" });

    [Fact]
    public void Folding_someone_who_said_something_else_is_refused()
    {
        var at = Truth.Evidence.OfType<EditionClaim.Quoted>().First(claim => claim.Others.Count == 1);
        Assert.NotEmpty(Faults(Truth with { Evidence = [.. Truth.Evidence.Select(claim => claim == at ? at with { Others = ["m08"] } : claim)] }));
    }

    [Fact]
    public void A_claim_about_no_block_is_refused() =>
        Assert.NotEmpty(Faults(Truth with { Evidence = [.. Truth.Evidence, new EditionClaim.Given(999, "1", "nowhere")] }));

    private static IReadOnlyList<string> Faults(EditionContent content) =>
        EditionProof.Faults(content, SampleWeek.Input.Messages);

    private static void Refused<T>(Func<T, T> lie, Func<T, bool> where)
        where T : Block
    {
        var block = Truth.Document.Blocks.OfType<T>().First(where);
        Block[] blocks = [.. Truth.Document.Blocks.Select(each => ReferenceEquals(each, block) ? lie(block) : each)];
        Assert.NotEmpty(Faults(Truth with { Document = Truth.Document with { Blocks = blocks } }));
    }

    private static void RefusedClaim<T>(Func<T, T> lie)
        where T : EditionClaim
    {
        var claim = Truth.Evidence.OfType<T>().First(each => each is not EditionClaim.Counted { MessageIds.Count: < 2 });
        Assert.NotEmpty(Faults(Truth with { Evidence = [.. Truth.Evidence.Select(each => ReferenceEquals(each, claim) ? lie(claim) : each)] }));
    }
}
