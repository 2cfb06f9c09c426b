using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Cases;
using Comms.Core.Cases.Alerts;
using Comms.Core.Channels;
using Comms.Core.Documents.Rendering;
using Comms.Core.Governance;
using Comms.Core.Governance.Persons;
using Comms.Core.Planning;
using Comms.Core.Replies;
using Comms.Core.RoundUps;
using Comms.Core.RoundUps.Briefings;
using Comms.Core.Triage;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Cases;

/// <summary>What a trust must get right, from the message to the duty, under the policy of the sample trust and on a clock of its own.</summary>
public class AcceptanceTests
{
    private const string Complaint = "I am very unhappy. My father was left in a corridor for nine hours without water and nobody told us anything. I want this looked into and a reply.";
    private static readonly Actor Pat = new("pat", ["author"]);
    private static readonly Actor Ros = new("ros", ["approver", "publisher"]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_information_request_that_never_says_so_is_due_after_twenty_working_days_of_the_whole_kingdom_over_Christmas()
    {
        var trust = new Trust(At(2026, 12, 18, 15, 30));
        var asked = await trust.HearAsync("1", "Please could you tell me how many patients waited more than 12 hours in A&E last winter, month by month? I would like the figures in a spreadsheet.");

        Assert.Equal("foi", asked.Team);
        // Christmas Day, the substitute for Boxing Day, New Year's Day, and 4 January, which is a bank holiday in Scotland.
        var duty = Assert.Single(asked.Obligations);
        Assert.Equal(("foi-2000", "answer", new DateOnly(2027, 1, 21)), (duty.Duty.Rule, duty.Duty.Act, duty.Due));
        Assert.Contains("open duties: answer by 21 January 2027", Refused(await trust.Cases.CloseAsync(asked.Id, "not a formal request", Pat, Cancel)), StringComparison.Ordinal);
        Assert.Equal(asked.Id, Assert.Single(await trust.Cases.ListOpenAsync(Pat, new DateOnly(2027, 1, 21), Cancel).ToListAsync(Cancel)).Id);
        Assert.Empty(await trust.Cases.ListOpenAsync(Pat, new DateOnly(2027, 1, 20), Cancel).ToListAsync(Cancel));
    }

    [Theory]
    [InlineData("england", "complaints-england-2009")]
    [InlineData("wales", null)]
    public async Task A_complaint_on_Christmas_Eve_keeps_its_clock_when_it_is_handed_over(string nation, string? rule)
    {
        var trust = new Trust(At(2026, 12, 24, 16, 45), nation);
        var complaint = await trust.HearAsync("1", Complaint);
        Assert.Equal("pals", complaint.Team);
        // Wales has rules of its own, which are not loaded: no date is made up.
        Assert.Equal(rule is null ? [] : ["acknowledge by 2026-12-31"], complaint.Obligations.Where(duty => duty.Duty.Rule == "complaints-england-2009").Select(duty => $"{duty.Duty.Act} by {duty.Due:yyyy-MM-dd}"));

        Assert.Equal(rule is null, complaint.Because.Any(why => why.Contains("a person must find the duty", StringComparison.Ordinal)));

        await trust.Cases.HandOverAsync(complaint.Id, "emergency", "lou", "it is about our corridor", Pat, Cancel);
        await trust.Cases.HandOverAsync(complaint.Id, "pals", null, "complaints are theirs", Pat, Cancel);
        var moved = (await trust.Cases.FindAsync(complaint.Id, Pat, Cancel))!;
        Assert.Equal(("pals", CaseState.New), (moved.Team, moved.State));
        Assert.Equal(complaint.Obligations.Select(duty => duty.Due), moved.Obligations.Select(duty => duty.Due));
        Assert.All(moved.Obligations, duty => Assert.Null(duty.EndedBy));
        Assert.Contains("emergency", moved.AlsoTold);
    }

    [Fact]
    public async Task A_cry_for_help_late_on_a_Saturday_wakes_someone_though_it_is_deleted_five_minutes_later()
    {
        var trust = new Trust(At(2026, 11, 28, 23, 47));
        var cry = await trust.HearAsync("1", "i cant do this anymore. taken all my tablets. sorry everyone");
        Assert.Equal(("on-call", Urgency.Emergency), (cry.Team, cry.Urgency));
        Assert.Equal(["self-harm"], cry.Flags);
        Assert.DoesNotContain("tablets", Assert.Single(trust.Pager.Posts).Text, StringComparison.Ordinal);

        trust.Clock.Advance(TimeSpan.FromMinutes(5));
        trust.Delete("1");
        await trust.RunAsync();
        Assert.Equal(2, trust.Pager.Posts.Count);
        Assert.True((await trust.Cases.FindAsync(cry.Id, Pat, Cancel))!.IsOpen);
        Assert.DoesNotContain("tablets", await trust.BriefingAsync(new DateOnly(2026, 11, 28)), StringComparison.Ordinal);

        await trust.Cases.TakeAsync(cry.Id, "lou", Pat, Cancel);
        trust.Clock.Advance(TimeSpan.FromHours(1));
        await trust.RunAsync();
        Assert.Equal(2, trust.Pager.Posts.Count);
    }

    [Fact]
    public async Task A_mother_with_three_followers_comes_before_a_councillor_with_48000()
    {
        var trust = new Trust(At(2026, 11, 23, 9, 0));
        var ticket = await trust.HearAsync("1", "The ticket machine in your car park is broken again. Residents are furious. When will it be fixed?", new Author("@cllr", Kind: "councillor", Followers: 48_000));
        trust.Clock.Advance(TimeSpan.FromSeconds(40));
        var baby = await trust.HearAsync("2", "My baby is 5 days old and has gone floppy and won't feed, is not waking up. What do I do?", new Author("@mum", Followers: 3));

        Assert.Equal(("on-call", Urgency.Emergency), (baby.Team, baby.Urgency));
        Assert.Equal(["clinical-emergency"], baby.Flags);
        Assert.True(ticket.Urgency < Urgency.Urgent);
        Assert.True(baby.Priority > ticket.Priority);
        Assert.Contains(baby.Id, Assert.Single(trust.Pager.Posts).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thanks_of_a_bereaved_daughter_reach_the_ward_and_her_regret_a_person_and_nobody_cheers_at_her()
    {
        var trust = new Trust(At(2026, 11, 23, 9, 0));
        var thanks = await trust.HearAsync(
            "1", "Thank you to all the staff on Willow ward who looked after my mum before she died last week. You were so kind. I only wish someone had rung me in time to be with her.");

        Assert.Equal(("patient-experience", "wards"), (thanks.Team, Assert.Single(thanks.AlsoTold)));
        Assert.Equal(["bereavement"], thanks.Flags);
        var cheer = await trust.Engine.Replies.DraftAsync(new NewReply { Case = thanks.Id, Text = "Thank you so much! 🎉 Please fill in our survey: https://survey.example/1" }, Pat, Cancel);
        Assert.NotEmpty(Assert.IsType<ReplyResult.Refused>(cheer).Reasons);
        Assert.IsType<ReplyResult.Drafted>(await trust.Engine.Replies.DraftAsync(
            new NewReply { Case = thanks.Id, Text = "We are so sorry. Thank you for writing to us; someone will be in touch." }, Pat, Cancel));
    }

    [Fact]
    public async Task A_reply_that_says_someone_was_a_patient_is_not_approved()
    {
        var trust = new Trust(At(2026, 11, 23, 9, 0));
        var complaint = await trust.HearAsync("1", Complaint);
        var drafted = Assert.IsType<ReplyResult.Drafted>(await trust.Engine.Replies.DraftAsync(
            new NewReply { Case = complaint.Id, Text = "We are sorry that Mr John Smith was a patient on our ward for so long on Friday." }, Pat, Cancel));

        var refused = Assert.IsType<ApprovalResult.Refused>(await trust.Engine.Approval.ApproveAsync(drafted.Draft, Ros, Cancel));
        Assert.Equal(["mentions: a name with care given stands at 21"], refused.Reasons);
        Assert.Empty(trust.Mentions.Posts);
        Assert.Empty((await trust.Cases.FindAsync(complaint.Id, Pat, Cancel))!.Acts);
    }

    [Fact]
    public async Task A_statement_whose_family_has_not_been_told_is_not_approved_before_they_are()
    {
        var trust = new Trust(At(2026, 11, 23, 9, 0));
        var statement = new NewDraft { Text = "We are so sorry. A patient has died after a fall on one of our wards, and we are looking into how.", Accounts = ["mentions"], Candour = true, WantedAt = trust.Clock.GetUtcNow().AddHours(4) };
        var draft = Assert.IsType<DraftResult.Added>(await trust.Engine.Authoring.AddAsync(statement, Pat, Cancel)).Draft;
        const string Untold = "candour: nobody has recorded that the family was told, by whom and when";
        Assert.Equal(Untold, Assert.IsType<ApprovalResult.Held>(await trust.Engine.Approval.ApproveAsync(draft, Ros, Cancel)).Reason);
        var planned = Assert.Single(await trust.Engine.Planning.ItemsAsync(Cancel), item => item.Id == draft.Id);
        Assert.Equal((PlanStep.Waiting, Untold), (planned.Step, planned.Reason));

        var told = new FamilyTold { Who = "the matron", Whom = "the son", At = trust.Clock.GetUtcNow().AddHours(-1) };
        var lead = new Actor("lee", ["duty-of-candour"]);
        Assert.Equal(["ros may not record that a family was told"], Assert.IsType<ApprovalResult.Refused>(await trust.Engine.Approval.RecordToldAsync(draft, told, Ros, Cancel)).Reasons);
        Assert.Contains("later than now", Assert.Single(Assert.IsType<ApprovalResult.Refused>(
            await trust.Engine.Approval.RecordToldAsync(draft, told with { At = trust.Clock.GetUtcNow().AddHours(1) }, lead, Cancel)).Reasons), StringComparison.Ordinal);
        Assert.Equal(told, Assert.IsType<ApprovalResult.Told>(await trust.Engine.Approval.RecordToldAsync(draft, told, lead, Cancel)).Family);
        Assert.Contains("recorded already", Assert.Single(Assert.IsType<ApprovalResult.Refused>(await trust.Engine.Approval.RecordToldAsync(draft, told, lead, Cancel)).Reasons), StringComparison.Ordinal);

        Assert.IsType<ApprovalResult.Approved>(await trust.Engine.Approval.ApproveAsync(draft, Ros, Cancel));
        Assert.Contains(await trust.Engine.Audit.ReadAsync(Cancel).ToListAsync(Cancel), entry => entry is { Act: "family-told", Actor: "lee", Detail: "the matron told the son at 2026-11-23 08:00:00Z" });
        var other = Assert.IsType<DraftResult.Added>(await trust.Engine.Authoring.AddAsync(statement with { Candour = false, Text = "The garden is open." }, Pat, Cancel)).Draft;
        Assert.Contains("not marked", Assert.Single(Assert.IsType<ApprovalResult.Refused>(await trust.Engine.Approval.RecordToldAsync(other, told, lead, Cancel)).Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_candidate_who_asks_to_film_goes_to_the_press_team_soon()
    {
        var trust = new Trust(At(2026, 11, 23, 9, 0));
        var film = await trust.HearAsync("1", "I am standing for parliament in this constituency and would like to film a short piece with nurses in your new unit next Thursday.");
        Assert.Equal(("press", Urgency.Soon), (film.Team, film.Urgency));
        Assert.Contains("kind candidate", film.Because);
        Assert.Empty(trust.Pager.Posts);
    }

    [Theory]
    [InlineData("Helpwch fi, mae fy mam wedi cwympo ac nid yw hi'n anadlu")]
    [InlineData("Dyw fy nhad ddim yn anadlu, help!")]
    public async Task A_Welsh_emergency_wakes_someone_and_is_not_answered_in_English(string text)
    {
        var trust = new Trust(At(2026, 11, 23, 3, 0), "wales");
        var cry = await trust.HearAsync("1", text);
        Assert.Equal(("on-call", Urgency.Emergency), (cry.Team, cry.Urgency));
        Assert.Single(trust.Pager.Posts);
        var reply = await trust.Engine.Replies.DraftAsync(new NewReply { Case = cry.Id, Text = "Please ring 999 at once." }, Pat, Cancel);
        Assert.Contains("Welsh", Assert.Single(Assert.IsType<ReplyResult.Refused>(reply).Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Welsh_ward_that_does_not_answer_an_email_wakes_nobody()
    {
        var trust = new Trust(At(2026, 11, 23, 3, 0), "wales");
        trust.Say("1", "Nid yw'r ward yn ymateb i fy e-bost");
        await trust.RunAsync();
        Assert.Empty(trust.Pager.Posts);
    }

    [Fact]
    public async Task An_erasure_request_amid_an_open_complaint_keeps_what_the_duty_needs_and_says_until_when()
    {
        var trust = new Trust(At(2026, 11, 23, 9, 0));
        var complaint = await trust.HearAsync("1", Complaint, new Author("@jo"));
        var thanks = trust.Say("2", "Lovely new garden by the car park.", new Author("@jo"));
        await trust.RunAsync();

        var report = Assert.IsType<PersonResult<ErasureReport>.Given>(await trust.Engine.Persons.EraseAsync(new Person { Accounts = ["@jo"] }, Ros, Cancel)).Value;
        var kept = Assert.Single(report.Kept, item => item.Id == complaint.Messages[0]);
        Assert.Contains("complaints-england-2009", kept.Reason, StringComparison.Ordinal);
        Assert.Equal(complaint.Id, kept.Case);
        Assert.Contains(report.Erased, item => item.Id == thanks);
        Assert.Single((await trust.Cases.FindAsync(complaint.Id, Pat, Cancel))!.Obligations);
    }

    private static DateTimeOffset At(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);

    private static string Refused(CaseResult result) => string.Join("; ", Assert.IsType<CaseResult.Refused>(result).Reasons).Replace("it has ", "", StringComparison.Ordinal);

    /// <summary>The sample trust, with one who is on call.</summary>
    private sealed class Trust
    {
        private readonly CaseWorld _world;

        public Trust(DateTimeOffset now, string nation = "england") => _world = new CaseWorld(
            comms => comms
                .UsePolicy(TriagePolicyReader.Read(File.ReadAllBytes(Repository.PathOf("seeds", "trust", "policy.json"))).Policy!)
                .AddChannel(Mentions).AddChannel(Pager)
                .Configure(options => options with
                {
                    Nation = nation,
                    OnCall = new OnCallOptions { Rotas = [new OnCallRota { Team = OnCallOptions.AnyTeam, Contacts = [new OnCallContact("duty manager", "pager")] }] },
                }),
            now,
            source: "mentions");

        public FakeTimeProvider Clock => _world.Clock;

        public CommsEngine Engine => _world.Engine;

        public InMemoryChannel Mentions { get; } = new("mentions");

        public InMemoryChannel Pager { get; } = new("pager");

        public CaseDesk Cases => Engine.Cases;

        public string Say(string id, string text, Author? author = null) => _world.Say(id, text, author);

        public void Delete(string id) => _world.Source.Add(new SourceEvent.Deleted(id, Clock.GetUtcNow()));

        public Task<Case> HearAsync(string id, string text, Author? author = null) => _world.HearAsync(id, text, author);

        public Task RunAsync() => _world.RunAsync();

        public async Task<string> BriefingAsync(DateOnly day) => await Engine.RoundUps.BriefAsync(new BriefingRequest { Day = day, Zone = "Europe/London" }, Cancel) switch
        {
            RoundUpResult.Composed composed => PlainTextRenderer.Render(composed.Edition.Document),
            RoundUpResult.Nothing nothing => nothing.Reason,
            var other => throw new InvalidOperationException($"{other} is no briefing."),
        };
    }
}
