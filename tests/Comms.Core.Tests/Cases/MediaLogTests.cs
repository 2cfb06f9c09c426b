using Comms.Core.Cases;
using Comms.Core.Governance;
using Comms.Core.Governance.Persons;
using Xunit;

namespace Comms.Core.Tests.Cases;

/// <summary>What journalists asked, and what came of it.</summary>
public class MediaLogTests
{
    private const string Enquiry = "I am a reporter at the Herald: can you comment on the closure of the birth centre?";
    private readonly CaseWorld _world = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CaseDesk Cases => _world.Engine.Cases;

    [Fact]
    public async Task An_enquiry_is_logged_bit_by_bit_and_what_is_not_said_stays()
    {
        var id = (await _world.HearAsync("1", Enquiry)).Id;
        Assert.Equal(["say who asks"], Assert.IsType<CaseResult.Refused>(await Cases.LogEnquiryAsync(id, new MediaEnquiry { Line = "x" }, CaseWorld.Handler, Cancel)).Reasons);
        var deadline = _world.Clock.GetUtcNow().AddHours(6);
        await LogAsync(id, new MediaEnquiry { Outlet = "the Herald", Reporter = "A. Writer", Deadline = deadline });
        await LogAsync(id, new MediaEnquiry { Line = "It reopens in May.", Spokesperson = "the chief nurse" });
        await Cases.AnswerAsync(id, "by telephone", at: null, CaseWorld.Handler, Cancel);
        await Cases.CloseAsync(id, "answered", CaseWorld.Handler, Cancel);
        var now = await LogAsync(id, new MediaEnquiry { Printed = "https://herald.example/birth-centre" });

        Assert.Equal(
            new MediaEnquiry { Outlet = "the Herald", Reporter = "A. Writer", Deadline = deadline, Line = "It reopens in May.", Spokesperson = "the chief nurse", Printed = "https://herald.example/birth-centre" },
            now.Enquiry);
        Assert.Equal(4, await _world.Engine.Audit.ReadAsync(Cancel).CountAsync(entry => entry.Act is "log-enquiry" or "answer-case", Cancel));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Cases.LogEnquiryAsync(id, new MediaEnquiry { Line = " " }, CaseWorld.Handler, Cancel));
    }

    [Fact]
    public async Task A_deadline_puts_a_case_before_those_due_later_until_it_is_answered()
    {
        var foi = (await _world.HearAsync("1", CaseWorld.Request)).Id;
        var press = (await _world.HearAsync("2", Enquiry)).Id;
        Assert.Equal((string[])[foi, press], await OpenAsync());

        await LogAsync(press, new MediaEnquiry { Outlet = "the Herald", Deadline = _world.Clock.GetUtcNow().AddHours(6) });
        Assert.Equal((string[])[press, foi], await OpenAsync());
        Assert.Equal((string[])[press], await OpenAsync(new DateOnly(2026, 11, 24)));
        Assert.NotNull((await Cases.FindAsync(press, CaseWorld.Handler, Cancel))!.PressDeadline);

        await Cases.AnswerAsync(press, "by telephone", at: null, CaseWorld.Handler, Cancel);
        Assert.Equal((string[])[foi, press], await OpenAsync());
        Assert.Null((await Cases.FindAsync(press, CaseWorld.Handler, Cancel))!.PressDeadline);
    }

    [Fact]
    public async Task A_deadline_goes_on_in_the_case_that_another_is_joined_to()
    {
        var (one, other) = ((await _world.HearAsync("1", Enquiry)).Id, (await _world.HearAsync("2", Enquiry + " Please ring.")).Id);
        await LogAsync(one, new MediaEnquiry { Outlet = "the Herald", Deadline = _world.Clock.GetUtcNow().AddHours(6) });
        var joined = Assert.IsType<CaseResult.Changed>(await Cases.JoinAsync(one, other, CaseWorld.Handler, Cancel)).Case;
        Assert.Equal("the Herald", joined.Enquiry!.Outlet);
        Assert.Equal(joined.Id, Assert.Single(await OpenAsync(new DateOnly(2026, 11, 24))));

        await Cases.SplitAsync(one, CaseWorld.Handler, Cancel);
        var both = Assert.IsType<CaseResult.Refused>(await Cases.JoinAsync(one, other, CaseWorld.Handler, Cancel));
        Assert.Contains("enquiry of its own", Assert.Single(both.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_persons_erasure_takes_their_name_out_of_the_log()
    {
        var id = (await _world.HearAsync("1", Enquiry)).Id;
        await LogAsync(id, new MediaEnquiry { Outlet = "the Herald", Reporter = "@jo@a.example", Line = "It reopens in May." });
        var dpo = new Actor("di", ["data-protection"]);
        Assert.IsType<PersonResult<ErasureReport>.Given>(await _world.Engine.Persons.EraseAsync(new Person { Accounts = ["@jo@a.example"] }, dpo, Cancel));

        var left = (await Cases.FindAsync(id, CaseWorld.Handler, Cancel))!.Enquiry!;
        Assert.DoesNotContain("@jo", left.Reporter, StringComparison.Ordinal);
        Assert.Equal(("the Herald", "It reopens in May."), (left.Outlet, left.Line));
    }

    private async Task<Case> LogAsync(string id, MediaEnquiry change) =>
        Assert.IsType<CaseResult.Changed>(await Cases.LogEnquiryAsync(id, change, CaseWorld.Handler, Cancel)).Case;

    private async Task<string[]> OpenAsync(DateOnly? dueBy = null) =>
        [.. (await Cases.ListOpenAsync(CaseWorld.Handler, dueBy, Cancel).ToListAsync(Cancel)).Select(one => one.Id)];
}
