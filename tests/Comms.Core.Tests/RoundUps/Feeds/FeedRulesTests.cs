using Comms.Core.RoundUps.Feeds;
using Comms.Core.Triage;
using Xunit;

namespace Comms.Core.Tests.RoundUps.Feeds;

public class FeedRulesTests
{
    private static readonly TriagedMessage Plain = new Heard("m", "The new garden is lovely");
    private static readonly TriagedMessage Phone = new Heard("m", "Ring me on 07700 900123") { Private = "07700 900123" };
    private static readonly TriagedMessage Named = new Heard("m", "They were kind to Mrs Okafor") { Private = "Mrs Okafor", PrivateKind = "name" };

    [Theory]
    [InlineData(FeedState.Pending, "approve hold reject")]
    [InlineData(FeedState.Held, "approve reject withdraw")]
    [InlineData(FeedState.Approved, "withdraw")]
    [InlineData(FeedState.Rejected, "withdraw")]
    [InlineData(FeedState.Withdrawn, "")]
    public void Each_state_leads_to_these_and_no_others(FeedState state, string allowed) => Assert.Equal(
        allowed,
        string.Join(' ', Enum.GetValues<FeedVerdict>().Where(verdict => Decide(Plain, verdict, new FeedRecord("", state, [])).Next is not null)).ToLowerInvariant());

    [Fact]
    public void Plain_words_are_approved_by_one_person() => Assert.Equal(FeedState.Approved, Approve(Plain, "ann").Next!.State);

    [Fact]
    public void Personal_data_is_refused_by_default_and_the_refusal_names_its_kind() =>
        Assert.Equal("it has personal data (phone): mask it, or say how the persons agreed", Approve(Phone, "ann").Reason);

    [Fact]
    public void Masked_it_may_be_shown_by_one_person()
    {
        Assert.Equal(FeedState.Approved, Approve(Phone, "ann", masked: true).Next!.State);
        Assert.Equal(FeedState.Approved, Approve(Named, "ann", masked: true).Next!.State);
    }

    [Fact]
    public void A_number_that_stays_masked_needs_no_second_person() =>
        Assert.Equal(FeedState.Approved, Approve(Phone, "ann", consent: "she asked for it").Next!.State);

    [Fact]
    public void A_name_is_shown_once_two_different_people_have_approved_it()
    {
        var first = Approve(Named, "ann", consent: "asked on the ward").Next!;
        Assert.Equal((FeedState.Pending, "ann"), (first.State, first.FirstOfTwo));
        Assert.Equal("it may name a patient: someone other than ann must approve it too", Approve(Named, "ann", before: first).Reason);

        var second = Approve(Named, "bea", before: first).Next!;
        Assert.Equal((FeedState.Approved, null, "asked on the ward"), (second.State, second.FirstOfTwo, second.Consent));
    }

    [Fact]
    public void A_patient_whom_only_a_moderator_can_tell_needs_consent_and_two_people_and_stays_one()
    {
        Assert.NotNull(Approve(Plain, "ann", patient: true).Reason);
        Assert.NotNull(Approve(Plain, "ann", patient: true, masked: true).Reason);
        var first = Approve(Plain, "ann", consent: "signed form", patient: true).Next!;
        Assert.Equal(FeedState.Pending, first.State);
        Assert.True(Approve(Plain, "bea", before: first).Next is { State: FeedState.Approved, NamesPatient: true });
    }

    [Fact]
    public void Whoever_holds_it_ends_a_first_approval()
    {
        var first = Approve(Named, "ann", consent: "asked").Next!;
        var held = Decide(Named, FeedVerdict.Hold, first).Next!;
        Assert.Equal(FeedState.Held, Approve(Named, "bea", before: held).Next!.State);
    }

    private static (FeedRecord? Next, string? Reason) Approve(
        TriagedMessage message, string by, string? consent = null, bool masked = false, bool patient = false, FeedRecord? before = null) => FeedRules.Decide(
        before ?? FeedRecord.New,
        message,
        new FeedDecision { Verdict = FeedVerdict.Approve, Why = "kind", Consent = consent, Masked = masked, NamesPatient = patient },
        by,
        Heard.Monday);

    private static (FeedRecord? Next, string? Reason) Decide(TriagedMessage message, FeedVerdict verdict, FeedRecord before) =>
        FeedRules.Decide(before, message, new FeedDecision { Verdict = verdict, Why = "so" }, "ann", Heard.Monday);
}
