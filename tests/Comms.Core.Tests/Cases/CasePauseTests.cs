using Comms.Core.Cases;
using Comms.Core.Governance;
using Xunit;

namespace Comms.Core.Tests.Cases;

/// <summary>The clock of a duty stands still while whoever wrote has not said what they want, where its rule says so.</summary>
public class CasePauseTests
{
    private const string Foi = "foi-2000";
    private const string Access = "subject-access-uk-gdpr";
    private const string Request = CaseWorld.Request;
    private const string Records = "This is a subject access request: please send me a copy of all the personal data that you hold about me.";
    private const string Complaint = CaseWorld.Complaint;
    private static readonly Actor Handler = new("pat", ["handler"]);
    private readonly CaseWorld _world = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CaseDesk Cases => _world.Engine.Cases;

    [Fact]
    public async Task A_duty_whose_clock_stands_still_is_open_and_has_no_last_day()
    {
        var id = await HearAsync("1", Request);
        var paused = Changed(await Cases.PauseAsync(id, Foi, "by e-mail", null, Handler, Cancel));

        var duty = Assert.Single(paused.Obligations);
        Assert.True(duty.IsPaused);
        Assert.Null(duty.Due);
        Assert.Null(paused.Due);
        Assert.False(duty.IsOverdue(new DateOnly(2028, 1, 1)));
        Assert.False(duty.IsDueSoon(new DateOnly(2026, 12, 22)));
        Assert.Equal(("pat", "by e-mail", _world.Clock.GetUtcNow()), (duty.Pauses[0].By, duty.Pauses[0].How, duty.Pauses[0].Asked));
        Assert.Contains("answer, whose clock stands still", Refused(await Cases.CloseAsync(id, "done", Handler, Cancel)), StringComparison.Ordinal);
        Assert.Contains("stands still already", Refused(await Cases.PauseAsync(id, Foi, "again", null, Handler, Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_twenty_days_of_a_freedom_of_information_request_begin_anew_when_it_is_made_clear()
    {
        var id = await HearAsync("1", Request);
        await Cases.PauseAsync(id, Foi, "by e-mail", null, Handler, Cancel);
        _world.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 7, 9, 0, 0, TimeSpan.Zero));

        var duty = Assert.Single(Changed(await Cases.ResumeAsync(id, Foi, null, Handler, Cancel)).Obligations);

        // Twenty working days after Monday 7 December, without Christmas Day, the substitute for Boxing Day and 1 and 4 January (Scotland's 2 January).
        Assert.Equal(new DateOnly(2027, 1, 8), duty.Due);
        Assert.Equal(new DateOnly(2026, 12, 22), duty.Duty.Due);
        Assert.False(duty.IsPaused);
        Assert.True(duty.IsOverdue(new DateOnly(2027, 1, 9)));
    }

    [Fact]
    public async Task The_days_of_asking_do_not_count_towards_the_month_of_a_subject_access_request()
    {
        var id = await HearAsync("1", Records);
        await Cases.PauseAsync(id, Access, "by e-mail", _world.Clock.GetUtcNow(), Handler, Cancel);
        _world.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero));
        await Cases.ResumeAsync(id, Access, null, Handler, Cancel);
        await Cases.PauseAsync(id, Access, "by letter", null, Handler, Cancel);
        _world.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero));

        var duty = Changed(await Cases.ResumeAsync(id, Access, null, Handler, Cancel)).Obligations.Single(one => one.Duty.Rule == Access);

        // From 23 to 27 November five days, the 26th once; the month ends on 23 December, so on Monday 28 December, a bank holiday in place of Boxing Day.
        Assert.Equal(new DateOnly(2026, 12, 29), duty.Due);
        Assert.Equal(2, duty.Pauses.Count);
    }

    [Fact]
    public async Task A_rule_that_does_not_say_so_lets_no_clock_stand_still()
    {
        var id = await HearAsync("1", Complaint);
        var duty = Assert.Single((await OneAsync(id)).Obligations);
        Assert.Contains("no rule that is loaded", Refused(await Cases.PauseAsync(id, duty.Duty.Rule, "by phone", null, Handler, Cancel)), StringComparison.Ordinal);
        Assert.Contains("no open duty", Refused(await Cases.PauseAsync(id, Foi, "by phone", null, Handler, Cancel)), StringComparison.Ordinal);
        Assert.Contains("does not stand still", Refused(await Cases.ResumeAsync(id, duty.Key, null, Handler, Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_late_brings_no_last_day_back_and_times_that_cannot_be_are_refused()
    {
        var id = await HearAsync("1", Request);
        Assert.Contains("before the clock began", Refused(await Cases.PauseAsync(id, Foi, "x", _world.Clock.GetUtcNow().AddDays(-2), Handler, Cancel)), StringComparison.Ordinal);
        Assert.Contains("later than now", Refused(await Cases.PauseAsync(id, Foi, "x", _world.Clock.GetUtcNow().AddDays(1), Handler, Cancel)), StringComparison.Ordinal);
        await Cases.PauseAsync(id, Foi, "x", null, Handler, Cancel);
        Assert.Contains("before they were asked", Refused(await Cases.ResumeAsync(id, Foi, _world.Clock.GetUtcNow().AddDays(-1), Handler, Cancel)), StringComparison.Ordinal);
        Assert.Contains("later than now", Refused(await Cases.ResumeAsync(id, Foi, _world.Clock.GetUtcNow().AddDays(1), Handler, Cancel)), StringComparison.Ordinal);

        await Cases.ResumeAsync(id, Foi, null, Handler, Cancel);
        _world.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 23, 9, 0, 0, TimeSpan.Zero));
        Assert.Contains("had passed", Refused(await Cases.PauseAsync(id, Foi, "x", null, Handler, Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_ends_a_duty_whose_clock_stands_still()
    {
        var id = await HearAsync("1", Request);
        await Cases.PauseAsync(id, Foi, "by e-mail", null, Handler, Cancel);

        var answered = Changed(await Cases.AnswerAsync(id, "by letter", null, Handler, Cancel));

        Assert.False(Assert.Single(answered.Obligations).IsPaused);
        Assert.Equal(CaseState.Closed, Changed(await Cases.CloseAsync(id, "done", Handler, Cancel)).State);
    }

    [Fact]
    public async Task A_pause_goes_with_its_duty_into_the_case_that_goes_on_and_comes_back_with_it()
    {
        var (first, second) = (await HearAsync("1", Complaint), await HearAsync("2", Request));
        await Cases.PauseAsync(second, Foi, "by e-mail", null, Handler, Cancel);

        Assert.True(Changed(await Cases.JoinAsync(second, first, Handler, Cancel)).Obligations.Single(one => one.Duty.Rule == Foi).IsPaused);
        _world.Clock.Advance(TimeSpan.FromDays(1));
        await Cases.ResumeAsync(first, Foi, null, Handler, Cancel);
        var apart = Changed(await Cases.SplitAsync(second, Handler, Cancel));

        Assert.Equal(_world.Clock.GetUtcNow(), Assert.Single(Assert.Single(apart.Obligations).Pauses).Told);
        Assert.Empty(Assert.Single((await OneAsync(first)).Obligations).Pauses);
    }

    [Fact]
    public async Task Who_may_not_handle_cases_stops_no_clock_and_each_stop_is_in_the_audit()
    {
        var id = await HearAsync("1", Request);
        Assert.Equal("robin may not handle cases", Refused(await Cases.PauseAsync(id, Foi, "x", null, new Actor("robin", []), Cancel)));
        await Cases.PauseAsync(id, Foi, "by e-mail", null, Handler, Cancel);
        await Cases.ResumeAsync(id, Foi, null, Handler, Cancel);

        string[] acts = [.. (await _world.Engine.Audit.ReadAsync(Cancel).ToListAsync(Cancel)).Select(entry => entry.Act!)];
        Assert.Equal(["open-case", "pause-case", "resume-case"], acts.Where(act => act.EndsWith("-case", StringComparison.Ordinal)));
    }

    private static string Refused(CaseResult result) => string.Join("; ", Assert.IsType<CaseResult.Refused>(result).Reasons);

    private static Case Changed(CaseResult result) => Assert.IsType<CaseResult.Changed>(result).Case;

    private async Task<Case> OneAsync(string id) => (await Cases.FindAsync(id, Actor.Engine, Cancel))!;

    private async Task<string> HearAsync(string id, string text) => (await _world.HearAsync(id, text)).Id;
}
