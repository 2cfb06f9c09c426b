using System.Buffers;
using System.Text;
using System.Text.Json;
using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Triage;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Triage;

public sealed class TriagerTests
{
    private const string Policy = """
        { "version": 1, "name": "Test", "desk": "comms",
          "teams": [ {"id":"comms","name":"C"}, {"id":"estates","name":"E"}, {"id":"on-call","name":"O"}, {"id":"pals","name":"P"} ],
          "services": [ {"id":"parking","team":"estates","phrases":["car park"]} ],
          "routes": [ {"team":"on-call","flags":["self-harm"]}, {"team":"pals","kinds":["complaint"]} ] }
        """;

    [Theory]
    [InlineData("2026-11-21T12:00:00Z", "2026-12-21")]
    [InlineData("2026-12-11T12:00:00Z", "2027-01-14")]
    public void A_request_for_information_starts_its_clock(string at, string due)
    {
        var duty = Assert.Single(Triagers.Plain.Triage(Triagers.Message("how much did you spend on agency nurses in 2025/26?", at)).Findings.Obligations);
        Assert.Equal(("foi-2000", due), (duty.Rule, duty.Due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Without_a_rule_of_the_nation_a_person_must_look()
    {
        var findings = Triagers.With(Policy, "wales").Triage(Triagers.Message("I wish to make a formal complaint about my care.")).Findings;
        Assert.Empty(findings.Obligations);
        Assert.True(findings.NeedsHuman);
        Assert.Contains(findings.Why, why => why.Contains("no verified rule", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("the car park was flooded", "estates")]
    [InlineData("the car park is where I want to kill myself", "on-call")]
    [InlineData("formal complaint: the car park barrier hit my car", "pals")]
    [InlineData("zzz qqq", "comms")]
    public void The_first_team_owns_it(string text, string team)
    {
        var routes = Triagers.With(Policy).Triage(Triagers.Message(text)).Findings.Routes;
        Assert.Equal(team, routes[0].Team);
        Assert.All(routes, route => Assert.NotEmpty(route.Because));
    }

    [Fact]
    public void Reach_changes_nothing_unless_the_policy_says_so()
    {
        var quiet = Triagers.Plain.Triage(Triagers.Message("the lift is broken", author: new Author("@a", Followers: 1))).Findings;
        var loud = Triagers.Plain.Triage(Triagers.Message("the lift is broken", author: new Author("@b", Followers: 9_000_000))).Findings;
        Assert.Equal(quiet.Priority, loud.Priority);
    }

    [Fact]
    public void Welsh_shows_no_English_score()
    {
        var findings = Triagers.Plain.Triage(Triagers.Message("diolch o galon i'r nyrsys ar y ward, roedd y gofal yn wych")).Findings;
        Assert.Equal(("cy", "unknown", true), (findings.Language, findings.Sentiment.Label, findings.NeedsHuman));
        Assert.Contains(findings.Why, why => why.Contains("answer in Welsh", StringComparison.Ordinal));
    }

    [Fact]
    public void The_span_path_does_not_allocate()
    {
        var result = new TriageResult();
        var texts = new[] { "The nurse was lovely but we waited 4 hours, ring 07700 900142", "dw i eisiau lladd fy hun", "😀 zxqv!!" };
        Array.ForEach(texts, text => Triagers.Plain.Triage(text, result));
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var text in texts)
        {
            Triagers.Plain.Triage(text, result);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_nation_and_a_zone_that_nobody_knows_are_both_named_at_once()
    {
        var fault = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(
            () => Triager.Create(new TriagerOptions { Nation = "mars", Zone = "Europe/Nowhere" }));
        Assert.Collection(fault.Failures, zone => Assert.Contains("Europe/Nowhere", zone, StringComparison.Ordinal), nation => Assert.Contains("mars", nation, StringComparison.Ordinal));
    }

    [Fact]
    public void Any_text_at_all_is_triaged() => Gen.String.Sample(text =>
    {
        var findings = Triagers.Plain.Triage(Triagers.Message(text)).Findings;
        Assert.NotEmpty(findings.Routes);
        Assert.All(findings.Evidence, span => Assert.True(span.Start >= 0 && span.Length > 0 && span.Start + span.Length <= text.Length));
    });

    [Theory]
    [InlineData("a")]
    [InlineData("@")]
    [InlineData("\u0301")]
    [InlineData("\uD83D")]
    [InlineData("\"")]
    public void A_megabyte_of_one_character_is_read_at_head_and_tail(string unit)
    {
        var result = new TriageResult();
        Triagers.Plain.Triage(string.Concat(Enumerable.Repeat(unit, 1 << 20)), result);
        Assert.True(result.WasCut && result.NeedsHuman);
    }

    [Fact]
    public void A_record_comes_back_as_it_was()
    {
        var message = Triagers.With(Policy).Triage(Triagers.Message("I want to kill myself, ring 07700 900142"));
        var record = new LedgerRecord { Key = new RecordKey(TriagedMessage.Kind, "m1"), Revision = 1, Position = 1, Content = message.Seal() };
        Assert.Equal(Json(message), Json(TriagedMessage.Open(record)));
    }

    [Fact]
    public void The_json_line_has_its_fields_in_order()
    {
        using var line = JsonDocument.Parse(Json(Triagers.Plain.Triage(Triagers.Message("The nurses were lovely"))));
        Assert.Equal(
            "id language sentiment kinds themes urgency flags personalData routes obligations priority needsHuman why evidence replyIn reach serviceLevel signposts suggestedAnswers",
            string.Join(' ', line.RootElement.EnumerateObject().Select(field => field.Name)));
    }

    private static string Json(TriagedMessage message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        TriageJson.Write(buffer, "m1", message);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
