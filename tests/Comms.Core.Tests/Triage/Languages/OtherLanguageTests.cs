using System.Buffers;
using System.Text.Json;
using Comms.Core.Triage;
using Xunit;

namespace Comms.Core.Tests.Triage.Languages;

/// <summary>What a message that is not in English keeps, and what it does not show.</summary>
public sealed class OtherLanguageTests
{
    public static TheoryData<string, string> Messages { get; } = new()
    {
        { "cy", "diolch o galon i'r nyrsys ar y ward, roedd y gofal yn wych a'r bwyd yn dda" },
        { "cy", "mae'r maes parcio yn llawn bob dydd ac nid oes lle i barcio o gwbl" },
        { "cy", "dw i eisiau gwneud cwyn ffurfiol am y gofal a gafodd fy mam ar y ward" },
        { "pl", "czekałam na wizytę trzy godziny i nikt mi nie powiedział dlaczego, to jest bardzo złe" },
        { "ur", "مجھے اپنی اپائنٹمنٹ کے لیے مترجم چاہیے اور کوئی جواب نہیں دے رہا" },
        { "und-Cyrl", "мне нужен переводчик на приём к врачу в больнице" },
        { "zh", "我需要一位翻译陪我去看医生" },
        { "el", "περίμενα τρεις ώρες στο νοσοκομείο" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void Another_language_shows_no_english_score_and_asks_for_a_person(string language, string text)
    {
        var findings = Triagers.Plain.Triage(Triagers.Message(text)).Findings;

        Assert.Equal(language, findings.Language);
        Assert.Equal(Sentiment.Unknown, findings.Sentiment);
        Assert.Empty(findings.Themes);
        Assert.DoesNotContain(findings.Evidence, span => span.For.StartsWith("sentiment:", StringComparison.Ordinal) || span.For.StartsWith("theme:", StringComparison.Ordinal));
        Assert.True(findings.NeedsHuman);
        Assert.NotEmpty(findings.Routes);
        Assert.Equal(language == "cy" ? "cy" : null, findings.ReplyIn);
    }

    [Theory]
    [InlineData("dw i eisiau lladd fy hun, does dim byd ar ôl i mi", "self-harm")]
    [InlineData("mae fy nhad wedi cael strôc ac mae angen ambiwlans nawr", "clinical-emergency")]
    public void Safety_flags_work_in_welsh(string text, string flag)
    {
        var findings = Triagers.Plain.Triage(Triagers.Message(text)).Findings;

        Assert.Equal("cy", findings.Language);
        Assert.Contains(flag, findings.Flags);
        Assert.Equal(Urgency.Emergency, findings.Urgency);
    }

    [Theory]
    [InlineData("je suis très triste et personne ne m'aide, I want to kill myself", "self-harm")]
    [InlineData("czekam na lekarza, he is not breathing", "clinical-emergency")]
    public void An_alarm_in_english_counts_whatever_stands_around_it(string text, string flag) =>
        Assert.Contains(flag, Triagers.Plain.Triage(Triagers.Message(text)).Findings.Flags);

    [Fact]
    public void A_complaint_in_welsh_keeps_its_clock_and_its_owner()
    {
        const string Complaint = "dw i eisiau gwneud cwyn ffurfiol am y gofal a gafodd fy mam ar y ward";
        const string Policy = """
            { "version": 1, "name": "T", "desk": "comms", "teams": [ {"id":"comms","name":"C"}, {"id":"pals","name":"P"} ],
              "routes": [ {"team":"pals","kinds":["complaint"]} ], "serviceLevels": [ {"urgency":"soon","workingDays":1} ] }
            """;

        var england = Triagers.With(Policy).Triage(Triagers.Message(Complaint)).Findings;
        var wales = Triagers.With(Policy, "wales").Triage(Triagers.Message(Complaint)).Findings;

        Assert.Equal(("complaints-england-2009", "pals"), (Assert.Single(england.Obligations).Rule, england.Routes[0].Team));
        Assert.NotNull(england.ServiceLevel);
        Assert.Empty(wales.Obligations);
        Assert.Equal(("pals", true), (wales.Routes[0].Team, wales.NeedsHuman));
    }

    [Fact]
    public void The_json_line_asks_for_a_reply_in_welsh()
    {
        var buffer = new ArrayBufferWriter<byte>();
        TriageJson.Write(buffer, "1", Triagers.Plain.Triage(Triagers.Message("diolch o galon i'r nyrsys ar y ward, roedd y gofal yn wych")));
        using var line = JsonDocument.Parse(buffer.WrittenMemory);

        Assert.Equal("cy", line.RootElement.GetProperty("replyIn").GetString());
        Assert.Equal("unknown", line.RootElement.GetProperty("sentiment").GetProperty("label").GetString());
        Assert.Contains(line.RootElement.GetProperty("why").EnumerateArray(), why => why.GetString()!.Contains("answer in Welsh", StringComparison.Ordinal));
    }
}
