using System.Globalization;
using Comms.Core.Approval;
using Comms.Core.Calendars;
using Comms.Core.Channels;
using Comms.Core.Governance;

namespace Comms.Core.Scheduling;

/// <summary>
/// Gives an approved post its time: the control of publishing, apart from the control of what is said. A pure function
/// of the wish, the plan and the clock. Thread-safe.
/// </summary>
public sealed class Scheduler
{
    private readonly IAuthorizer _authorizer;
    private readonly TimeProvider _clock;
    private readonly TimingCheck _timing;
    private readonly FreeSlot _free;

    internal Scheduler(IAuthorizer authorizer, TimeProvider clock, TeamTimes team)
    {
        _authorizer = authorizer;
        _clock = clock;
        Zone = team.Zone;
        Periods = team.Rules.PeriodsOf(team.Nation, team.Zone);
        _timing = new TimingCheck(team.Rules, team.Zone);
        _free = new FreeSlot(team.Rules, team.Slots, team.Zone, WorkingDays.Of(BankHolidays.Shipped, team.Nation), Periods);
    }

    /// <summary>The team's zone.</summary>
    public string Zone { get; }

    /// <summary>The sensitive periods of the team's areas.</summary>
    public SensitivePeriods Periods { get; }

    /// <summary>Gives the post its time. In a sensitive period that asks for it, the post has its time and waits for a person.</summary>
    /// <param name="post">What was approved.</param>
    /// <param name="request">When it is to go out.</param>
    /// <param name="publisher">Who decides; needs <see cref="Permission.Publish"/>.</param>
    public ScheduleResult Schedule(ApprovedPost post, ScheduleRequest request, Actor publisher)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(publisher);
        var now = _clock.GetUtcNow();
        var when = Resolve(post, request, now);
        string[] reasons =
        [
            .. _authorizer.May(publisher, Permission.Publish) ? [] : new[] { $"{publisher.Id} may not publish" },
            .. when is null ? [NoSlot()] : _timing.Against(post, when, request, now),
        ];
        return reasons.Length > 0
            ? new ScheduleResult.Refused(reasons)
            : new ScheduleResult.Scheduled(new ScheduledPost(post, when!, request, Periods, publisher));
    }

    /// <summary>
    /// Weekend and next week in one call, as on a Friday: gives the posts, in their order, free slots spread evenly from
    /// the coming Saturday to the Sunday of the week after.
    /// </summary>
    /// <param name="posts">What was approved.</param>
    /// <param name="request">For all of them; its times are ignored, and what is given here is added to its plan.</param>
    /// <param name="publisher">Who decides; needs <see cref="Permission.Publish"/>.</param>
    /// <returns>One result for each post, in the same order.</returns>
    public IReadOnlyList<ScheduleResult> ScheduleWeekAhead(IReadOnlyList<ApprovedPost> posts, ScheduleRequest request, Actor publisher)
    {
        ArgumentNullException.ThrowIfNull(posts);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(publisher);
        var (from, to) = WeekAhead.After(_clock.GetUtcNow(), Zone);
        var results = new List<ScheduleResult>(posts.Count);
        var plan = request.Plan.ToList();
        foreach (var (post, share) in posts.Select((post, place) => (post, WeekAhead.Share(from, to, place, posts.Count))))
        {
            var book = _free.Book(post, request with { Plan = plan }, from);
            var slot = _free.Next(book, request.Purpose, share) is { } fit && fit.Instant < to ? fit : _free.Next(book, request.Purpose, from);
            results.Add(slot is not null && slot.Instant < to
                ? Schedule(post, request with { Plan = plan, Instant = null, Local = slot.Local, Gap = slot.Gap }, publisher)
                : new ScheduleResult.Refused(["no slot is free from Saturday to the Sunday after"]));
            if (results[^1] is ScheduleResult.Scheduled { Post: var done })
            {
                plan.AddRange(Planned(done.Renditions, done.When));
            }
        }

        return results;
    }

    /// <summary>
    /// Gives a post all its times in a stretch of time. Each occurrence has a name of its own that follows from the plan,
    /// so that handing the same stretch over twice, or two that overlap, changes nothing.
    /// </summary>
    /// <param name="post">What was approved.</param>
    /// <param name="recurrence">When it comes again.</param>
    /// <param name="until">The first instant that no longer counts; it begins now.</param>
    /// <param name="request">For all of them; its times are ignored.</param>
    /// <param name="publisher">Who decides; needs <see cref="Permission.Publish"/>.</param>
    public IReadOnlyList<ScheduleResult> ScheduleAgain(
        ApprovedPost post, Recurrence recurrence, DateTimeOffset until, ScheduleRequest request, Actor publisher)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(recurrence);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(publisher);
        return [.. recurrence.Between(_clock.GetUtcNow(), until).Select(when => Occurrence(Schedule(post, request with { Instant = when.Instant }, publisher), when))];
    }

    /// <summary>
    /// Evergreens in turn: gives them free slots, the longest rested first (<see cref="EvergreenRotation"/>), spread so that those
    /// for the same accounts come round as they rest. Handing the same stretch over again adds what fits since, and doubles nothing.
    /// </summary>
    /// <param name="posts">What was approved.</param>
    /// <param name="pool">The same posts, by id: when each was last out or is next planned, and how long it rests.</param>
    /// <param name="until">The first instant that no longer counts; it begins now.</param>
    /// <param name="request">For all of them; its times and its purpose are ignored, and what is given here is added to its plan.</param>
    /// <param name="publisher">Who decides; needs <see cref="Permission.Publish"/>.</param>
    /// <returns>Each time that was given, in order within the same accounts.</returns>
    /// <exception cref="ArgumentException">The pool does not hold just the posts.</exception>
    public IReadOnlyList<ScheduleResult> ScheduleInTurn(
        IReadOnlyList<ApprovedPost> posts, IReadOnlyCollection<Evergreen> pool, DateTimeOffset until, ScheduleRequest request, Actor publisher)
    {
        ArgumentNullException.ThrowIfNull(posts);
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(publisher);
        if (!posts.Select(post => post.Id).Order(StringComparer.Ordinal).SequenceEqual(pool.Select(evergreen => evergreen.Id).Order(StringComparer.Ordinal)))
        {
            throw new ArgumentException("The pool holds just the posts that take turns, each once.", nameof(pool));
        }

        var plan = request.Plan.ToList();
        var results = new List<ScheduleResult>();
        foreach (var alike in posts.GroupBy(post => string.Join(' ', FreeSlot.AccountsOf(post))))
        {
            var own = alike.ToDictionary(post => post.Id);
            Evergreen[] turns = [.. pool.Where(evergreen => own.ContainsKey(evergreen.Id))];
            var slots = _free.Spread(own.First().Value, request with { Plan = plan }, _clock.GetUtcNow(), until, turns.Min(turn => turn.Rest) / turns.Length);
            foreach (var (slot, id) in slots.Zip(EvergreenRotation.Fill(turns, [.. slots.Select(slot => slot.Instant)])).Where(turn => turn.Second is not null))
            {
                var asked = request with { Plan = plan, Instant = null, Local = slot.Local, Gap = slot.Gap, Overlap = slot.Overlap, Embargo = null, Purpose = PostPurpose.Evergreen };
                results.Add(Occurrence(Schedule(own[id!], asked, publisher), slot));
                plan.AddRange(Planned(own[id!].Renditions, slot));
            }
        }

        return results;
    }

    private static IEnumerable<PlannedPost> Planned(IEnumerable<Rendition> renditions, PlannedTime when) =>
        renditions.Select(rendition => new PlannedPost { Account = rendition.Account, At = when.Instant, Text = rendition.Text });

    private static ScheduleResult Occurrence(ScheduleResult result, PlannedTime when) =>
        result is ScheduleResult.Scheduled { Post: var scheduled } ? new ScheduleResult.Scheduled(scheduled.Occurrence(when)) : result;

    private PlannedTime? Resolve(ApprovedPost post, ScheduleRequest request, DateTimeOffset now)
    {
        if (request.Instant is { } instant)
        {
            return Zones.At(instant, Zone);
        }

        if (request.Local is { } local)
        {
            return Zones.Resolve(local, Zone, request.Gap, request.Overlap);
        }

        var embargo = new[] { request.Embargo, post.NotBefore }.Max();
        var earliest = embargo > now ? embargo.Value.AddTicks(-1) : now;
        return _free.Next(_free.Book(post, request, earliest), request.Purpose, earliest);
    }

    private static string NoSlot() => string.Create(CultureInfo.InvariantCulture, $"no slot is free within {SlotGrid.Horizon} days");
}
