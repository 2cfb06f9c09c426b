using Comms.Core.Channels;
using Xunit;

namespace Comms.Core.Tests.Triage.Policies;

/// <summary>What a person who answers is offered, and what it leaves alone.</summary>
public sealed class OfferTests
{
    private const string Policy = """
        { "version": 1, "name": "Test", "desk": "comms", "teams": [ {"id":"comms","name":"C"}, {"id":"pals","name":"P"} ],
          "signposts": [
            {"when":{"kinds":["complaint"]},"to":"pals","account":"@trust_pals@social.example","words":"Please write to PALS."},
            {"when":{"kinds":["complaint"],"flags":["legal"]},"to":"comms","words":"Both must hold."} ],
          "suggestedAnswers": [ {"question":"When is it open?","phrases":["when do you open"],"answer":"At nine."} ],
          "accountsOfNote": [ {"handle":"@gull@social.example","kind":"press"}, {"handle":"@pond@social.example","kind":"partner"} ] }
        """;

    private const string Complaint = "I wish to make a formal complaint about my care.";

    [Fact]
    public void A_signpost_names_its_door_and_its_reason_and_stops_no_clock()
    {
        var with = Triagers.With(Policy).Triage(Triagers.Message(Complaint)).Findings;
        var without = Triagers.Plain.Triage(Triagers.Message(Complaint)).Findings;

        var signpost = Assert.Single(with.Signposts);
        Assert.Equal(("pals", "@trust_pals@social.example"), (signpost.To, signpost.Account));
        Assert.Equal(["kind complaint"], signpost.Because);
        Assert.Equal("complaints-england-2009", Assert.Single(with.Obligations).Rule);
        Assert.Equal(without.Obligations, with.Obligations);
        Assert.Equal((without.Priority, without.Urgency), (with.Priority, with.Urgency));
    }

    [Fact]
    public void A_common_question_is_given_its_answer_and_stays_open()
    {
        var findings = Triagers.With(Policy).Triage(Triagers.Message("Hello, when do you open on Sundays?")).Findings;

        Assert.Equal("At nine.", Assert.Single(findings.SuggestedAnswers).Answer);
        Assert.Contains(findings.Kinds, kind => kind.Name == "question");
        Assert.Empty(Triagers.With(Policy).Triage(Triagers.Message("Hello")).Findings.SuggestedAnswers);
    }

    [Theory]
    [InlineData("@gull@social.example", "press", "media")]
    [InlineData("@pond@social.example", "partner", null)]
    public void An_account_of_note_is_named(string handle, string kind, string? flag)
    {
        var findings = Triagers.With(Policy).Triage(Triagers.Message("The pond is deep", author: new Author(handle))).Findings;

        Assert.Contains($"it comes from an account of note: {handle} ({kind})", findings.Why);
        Assert.Equal(flag is null ? [] : [flag], findings.Flags);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 6)]
    [InlineData(1, 12)]
    public void The_effect_of_reach_is_told_for_each_message(double weight, int points)
    {
        var policy = $$"""{ "version": 1, "name": "T", "desk": "c", "teams": [ {"id":"c","name":"C"} ], "reachWeight": {{weight.ToString(System.Globalization.CultureInfo.InvariantCulture)}} }""";
        var message = Triagers.Message("the lift is broken", author: new Author("@a", Followers: 999_999));
        var findings = Triagers.With(policy).Triage(message).Findings;
        var unknown = Triagers.With(policy).Triage(Triagers.Message("the lift is broken")).Findings;

        Assert.Equal((points, unknown.Priority + points), (findings.Reach, findings.Priority));
        Assert.Contains(findings.Why, why => why.EndsWith($"reach adds {points}", StringComparison.Ordinal));
    }
}
