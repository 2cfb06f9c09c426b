using System.Text.Json;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

/// <summary>What a trust must get right, from the message to the duty, by its own program on a clock of its own.</summary>
public class AcceptanceTests
{
    private const string Complaint =
        """{"id":"1","text":"I am very unhappy. My father was left in a corridor for nine hours without water and nobody told us anything. I want this looked into and a reply.","author":"@jo"}""";

    [Fact]
    public async Task An_information_request_that_never_says_so_over_Christmas()
    {
        using var desk = new TrustDesk("2026-12-18 15:30");
        var asked = await desk.HearAsync("""{"id":"1","text":"Please could you tell me how many patients waited more than 12 hours in A&E last winter, month by month? I would like the figures in a spreadsheet."}""");
        Holds(asked, team: "foi", urgency: "routine", flags: [], because: ["kind foi", "duty foi-2000"]);
        // Christmas Day, the substitute for Boxing Day, New Year's Day, and 4 January, which is a bank holiday in Scotland.
        Assert.Equal(["foi-2000: answer by 2027-01-21, open"], Duties(asked));
        Assert.Contains("open duties: answer by 21 January 2027", await desk.RefusesAsync("cases", "close", TrustDesk.Id(asked), "--reason", "not a formal request"), StringComparison.Ordinal);

        desk.At("2027-01-21 23:00");
        Assert.Empty(await desk.CasesAsync("--overdue"));
        Assert.Equal(["foi-2000: answer by 2027-01-21, due soon"], Duties(await desk.CaseAsync(TrustDesk.Id(asked))));
        desk.At("2027-01-22 09:00");
        Assert.Single(await desk.CasesAsync("--overdue"));
        Assert.Contains("Overdue or due soon: 1 duty", (await desk.TryAsync("roundup", "--team", "foi", "--week", "2027-W03")).Ended(0).Errors, StringComparison.Ordinal);
        await desk.SaysAsync("cases", "answer", TrustDesk.Id(asked), "--how", "by letter");
        Assert.Empty(await desk.CasesAsync("--overdue"));
    }

    [Theory]
    [InlineData("england", "complaints-england-2009: acknowledge by 2026-12-31, due soon")]
    [InlineData("wales", null)]
    public async Task A_complaint_on_Christmas_Eve_that_is_moved_to_PALS(string nation, string? duty)
    {
        using var desk = new TrustDesk("2026-12-24 16:45", nation);
        var complaint = await desk.HearAsync(Complaint);
        var id = TrustDesk.Id(complaint);
        Assert.Equal("pals", complaint.GetProperty("team").GetString());
        Assert.Contains("kind complaint", Texts(complaint, "because"));
        // Wales has rules of its own, which are not loaded: no date is made up, and the case says so.
        Assert.Equal(
            duty is null ? ["no verified rule is loaded for a message of kind 'complaint' in wales on 2026-12-24: a person must find the duty"] : [],
            Texts(complaint, "because").Where(why => why.StartsWith("no verified rule", StringComparison.Ordinal)));
        string[] duties = [.. Duties(complaint).Where(one => one.StartsWith("complaints-england", StringComparison.Ordinal))];
        Assert.Equal(duty is null ? [] : [duty], duties);

        await desk.SaysAsync("cases", "own", id, "--team", "emergency", "--person", "lou", "--reason", "it is about our corridor");
        desk.At("2026-12-29 09:00");
        await desk.SaysAsync("cases", "own", id, "--team", "pals", "--reason", "complaints are theirs");
        var moved = await desk.CaseAsync(id);
        Assert.Equal(("pals", "emergency"), (moved.GetProperty("team").GetString(), Texts(moved, "alsoTold").Single(team => team == "emergency")));
        Assert.Equal(duties, Duties(moved).Where(one => one.StartsWith("complaints-england", StringComparison.Ordinal)));
        desk.At("2027-01-01 09:00");
        Assert.Equal(duty is null ? 0 : 1, (await desk.CasesAsync("--overdue")).Count);
    }

    [Fact]
    public async Task A_cry_for_help_late_on_a_Saturday_deleted_five_minutes_later()
    {
        using var desk = new TrustDesk("2026-11-28 23:47");
        var cry = await desk.HearAsync("""{"id":"1","text":"i cant do this anymore. taken all my tablets. sorry everyone"}""");
        Holds(cry, team: "on-call", urgency: "emergency", flags: ["self-harm"], because: ["urgency emergency", "flag self-harm"]);
        Assert.DoesNotContain("tablets", Assert.Single(desk.Alerts), StringComparison.Ordinal);

        await desk.At("2026-11-28 23:53").RunAsync("""{"id":"1","deleted":"2026-11-28T23:52:00Z"}""");
        Assert.Equal(2, desk.Alerts.Count);
        Assert.Equal("new", (await desk.CaseAsync(TrustDesk.Id(cry))).GetProperty("state").GetString());
        var briefing = await desk.TryAsync("briefing", "--day", "2026-11-28", "--format", "text");
        Assert.DoesNotContain("tablets", briefing.Output + briefing.Errors, StringComparison.Ordinal);

        await desk.SaysAsync("cases", "own", TrustDesk.Id(cry), "--person", "lou");
        await desk.At("2026-11-29 01:00").RunAsync();
        Assert.Equal(2, desk.Alerts.Count);
    }

    [Fact]
    public async Task A_councillor_about_a_ticket_machine_and_a_mother_about_her_baby_within_a_minute()
    {
        using var desk = new TrustDesk("2026-11-23 09:00");
        var ticket = await desk.HearAsync("""{"id":"1","text":"The ticket machine in your car park is broken again. Residents are furious. When will it be fixed?","author":{"handle":"@cllr","kind":"councillor","followers":48000}}""");
        var baby = await desk.HearAsync("""{"id":"2","text":"My baby is 5 days old and has gone floppy and won't feed, is not waking up. What do I do?","author":{"handle":"@mum","followers":3}}""");
        Holds(baby, team: "on-call", urgency: "emergency", flags: ["clinical-emergency"], because: ["urgency emergency", "flag clinical-emergency"]);
        Assert.NotEqual("emergency", ticket.GetProperty("urgency").GetString());
        Assert.Equal([TrustDesk.Id(baby), TrustDesk.Id(ticket)], (await desk.CasesAsync()).Select(TrustDesk.Id));
        Assert.Contains(TrustDesk.Id(baby), Assert.Single(desk.Alerts), StringComparison.Ordinal);
        var briefing = await desk.SaysAsync("briefing", "--day", "2026-11-23", "--format", "text");
        Assert.True(briefing.IndexOf("baby", StringComparison.Ordinal) < briefing.IndexOf("ticket machine", StringComparison.Ordinal), briefing);
    }

    [Fact]
    public async Task Thanks_from_a_bereaved_daughter_with_a_regret_inside()
    {
        using var desk = new TrustDesk("2026-11-23 09:00");
        var thanks = await desk.HearAsync("""{"id":"1","text":"Thank you to all the staff on Willow ward who looked after my mum before she died last week. You were so kind. I only wish someone had rung me in time to be with her."}""");
        Assert.Equal("patient-experience", thanks.GetProperty("team").GetString());
        Assert.Equal(["wards"], Texts(thanks, "alsoTold"));
        Assert.Equal(["bereavement"], Texts(thanks, "flags"));
        var refused = await desk.RefusesAsync("cases", "reply", TrustDesk.Id(thanks), "Thank you so much! 🎉 Please fill in our survey.");
        Assert.All(["asked for nothing", "not cheered at", "no emoji"], why => Assert.Contains(why, refused, StringComparison.Ordinal));
        Assert.NotEmpty(await desk.SaysAsync("cases", "reply", TrustDesk.Id(thanks), "We are so sorry. Thank you for writing to us; someone will be in touch."));
        Assert.DoesNotContain("Willow", await desk.SaysAsync("roundup", "--team", "patient-experience", "--week", "2026-W48", "--format", "text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_names_a_patient()
    {
        using var desk = new TrustDesk("2026-11-23 09:00");
        var complaint = await desk.HearAsync(Complaint);
        var draft = await desk.SaysAsync("cases", "reply", TrustDesk.Id(complaint), "We are sorry that Mr John Smith was a patient on our ward for so long on Friday.");
        Assert.Contains("a name with care given stands at 21", await desk.RefusesAsync("approve", draft), StringComparison.Ordinal);
        Assert.Contains("nobody has approved a draft", await desk.RefusesAsync("schedule", draft, "--at", "2026-11-23 10:00"), StringComparison.Ordinal);
        await desk.At("2026-11-23 10:05").RunAsync();
        Assert.Empty(desk.Mentions);
        Assert.Equal(0, (await desk.CaseAsync(TrustDesk.Id(complaint))).GetProperty("acts").GetArrayLength());
    }

    [Fact]
    public async Task A_statement_whose_family_has_not_been_told()
    {
        using var desk = new TrustDesk("2026-11-23 09:00");
        var draft = await desk.SaysAsync("draft", "add", "We are so sorry. A patient has died after a fall on one of our wards, and we are looking into how.", "--account", "mentions", "--candour");
        Assert.Contains("nobody has recorded that the family was told", await desk.RefusesAsync("approve", draft), StringComparison.Ordinal);
        Assert.Contains("ros may not record", await desk.RefusesAsync("draft", "told", draft, "--who", "the matron", "--whom", "the son", "--as", "ros"), StringComparison.Ordinal);
        await desk.SaysAsync("draft", "told", draft, "--who", "the matron", "--whom", "the son", "--as", "lee");
        await desk.SaysAsync("approve", draft);
        Assert.Contains("the matron told the son at 2026-11-23 09:00:", await desk.SaysAsync("audit", "export"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_election_candidate_who_asks_to_film()
    {
        using var desk = new TrustDesk("2026-11-23 09:00");
        var film = await desk.HearAsync("""{"id":"1","text":"I am standing for parliament in this constituency and would like to film a short piece with nurses in your new unit next Thursday."}""");
        Assert.Equal(("press", "soon"), (film.GetProperty("team").GetString(), film.GetProperty("urgency").GetString()));
        Assert.Contains("kind candidate", Texts(film, "because"));
        Assert.Empty(desk.Alerts);
        Assert.Contains("standing for parliament", await desk.SaysAsync("briefing", "--day", "2026-11-23", "--format", "text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Welsh_emergency()
    {
        using var desk = new TrustDesk("2026-11-23 03:00", "wales");
        var cry = await desk.HearAsync("""{"id":"1","text":"Helpwch fi, mae fy mam wedi cwympo ac nid yw hi'n anadlu"}""");
        Assert.Equal(("on-call", "emergency"), (cry.GetProperty("team").GetString(), cry.GetProperty("urgency").GetString()));
        Assert.Single(desk.Alerts);
        Assert.Contains("it was written in Welsh: answer in Welsh", await desk.RefusesAsync("cases", "reply", TrustDesk.Id(cry), "Please ring 999 at once."), StringComparison.Ordinal);
        Assert.NotEmpty(await desk.SaysAsync("cases", "reply", TrustDesk.Id(cry), "Ffoniwch 999 ar unwaith.", "--language", "cy"));
    }

    [Fact]
    public async Task An_erasure_request_amid_an_open_complaint()
    {
        using var desk = new TrustDesk("2026-11-23 09:00");
        var complaint = await desk.HearAsync(Complaint);
        await desk.RunAsync("""{"id":"2","text":"Lovely new garden by the car park.","author":"@jo"}""");
        var report = (await desk.TryAsync("erase", "--person", "@jo", "--as", "di")).Ended(1).Output;
        Assert.Contains("complaints-england-2009", report, StringComparison.Ordinal);
        Assert.Contains(TrustDesk.Id(complaint), report, StringComparison.Ordinal);
        Assert.Single(Duties(await desk.CaseAsync(TrustDesk.Id(complaint))));
        var held = await desk.SaysAsync("export", "--person", "@jo", "--as", "di");
        Assert.Contains("corridor", held, StringComparison.Ordinal);
        Assert.DoesNotContain("garden", held, StringComparison.Ordinal);
    }

    private static void Holds(JsonElement one, string team, string urgency, string[] flags, string[] because)
    {
        Assert.Equal((team, urgency), (one.GetProperty("team").GetString(), one.GetProperty("urgency").GetString()));
        Assert.Equal(flags, Texts(one, "flags"));
        Assert.All(because, why => Assert.Contains(why, Texts(one, "because")));
    }

    private static string[] Duties(JsonElement one) =>
    [
        .. one.GetProperty("obligations").EnumerateArray().Select(duty =>
            $"{duty.GetProperty("rule").GetString()}: {duty.GetProperty("act").GetString()} by {duty.GetProperty("due").GetString()}, {duty.GetProperty("standing").GetString()}"),
    ];

    private static string[] Texts(JsonElement one, string name) => [.. one.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
}
