using System.CommandLine;
using Comms.Core.Calendars;
using Comms.Core.Scheduling;
using CommsDesk.Input;

namespace CommsDesk.Commands;

/// <summary>What <c>comms schedule</c> takes.</summary>
internal sealed class ScheduleArguments
{
    private static readonly Dictionary<string, PostPurpose> Purposes = new(StringComparer.Ordinal)
    {
        ["ordinary"] = PostPurpose.Ordinary,
        ["announcement"] = PostPurpose.Announcement,
        ["evergreen"] = PostPurpose.Evergreen,
        ["politician-repost"] = PostPurpose.PoliticianRepost,
        ["safety"] = PostPurpose.Safety,
    };

    private readonly Argument<string[]> _ids = new("ID") { Description = "The approved draft; several with --week-ahead or --in-turn-until.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _at = new("--at") { Description = "When: local to the zone unless it carries an offset.", HelpName = "TIME" };
    private readonly Option<bool> _next = new("--next-slot") { Description = "The team's next free slot." };
    private readonly Option<bool> _week = new("--week-ahead") { Description = "Free slots spread over the weekend and next week, as on a Friday." };
    private readonly Option<string?> _inTurn = new("--in-turn-until") { Description = "Evergreens: free slots until then, the longest rested first.", HelpName = "TIME" };
    private readonly Option<int> _rest = new("--rest") { Description = "How many days an evergreen rests between two times, 0 to 3660.", HelpName = "DAYS", DefaultValueFactory = _ => 60 };
    private readonly Option<string?> _late = new("--lateness") { Description = "hold, expire, or how late it may go out, as PT2H." };
    private readonly Option<string?> _embargo = new("--embargo") { Description = "Not before this time.", HelpName = "TIME" };
    private readonly Option<bool> _crisis = new("--crisis") { Description = "It belongs to the crisis: no hold stops it." };
    private readonly Option<string> _purpose = new("--purpose")
    {
        Description = "What it is for; before an election and in mourning some wait for a person.",
        DefaultValueFactory = _ => "ordinary",
    };

    public void AddTo(Command command)
    {
        _purpose.AcceptOnlyFromAmong([.. Purposes.Keys]);
        command.Arguments.Add(_ids);
        _rest.Between(0, 3660);
        foreach (var option in (Option[])[_at, _next, _week, _inTurn, _rest, _late, _embargo, _crisis, _purpose])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(parsed =>
        {
            var inTurn = parsed.GetValue(_inTurn) is not null;
            if (new[] { parsed.GetValue(_at) is not null, parsed.GetValue(_next), parsed.GetValue(_week), inTurn }.Count(given => given) > 1)
            {
                parsed.AddError("--at, --next-slot, --week-ahead and --in-turn-until exclude each other.");
            }

            if (!parsed.GetValue(_week) && !inTurn && parsed.GetValue(_ids)?.Length > 1)
            {
                parsed.AddError("several drafts at once need --week-ahead or --in-turn-until.");
            }
        });
    }

    public IReadOnlyList<string> Ids(ParseResult parsed) => parsed.GetValue(_ids)!;

    public bool WeekAhead(ParseResult parsed) => parsed.GetValue(_week);

    /// <summary>Until when evergreens take turns; null when they do not.</summary>
    /// <exception cref="InputException">The time cannot be read; the message says why.</exception>
    public DateTimeOffset? InTurnUntil(ParseResult parsed, string zone) =>
        Readable<DateTimeOffset?>(() => parsed.GetValue(_inTurn) is { } until ? WallTime.Instant(until, zone) : null);

    public TimeSpan Rest(ParseResult parsed) => TimeSpan.FromDays(parsed.GetValue(_rest));

    public bool NextSlot(ParseResult parsed) => parsed.GetValue(_next);

    /// <summary>The wish, with its time when one was given.</summary>
    /// <exception cref="InputException">A time or a policy cannot be read; the message says why.</exception>
    public (ScheduleRequest Request, bool HasTime) Read(ParseResult parsed, string zone) => Readable(() =>
    {
        var at = parsed.GetValue(_at);
        var request = (at is null ? new ScheduleRequest() : WallTime.Parse(at)) with
        {
            Lateness = LatenessText.Parse(parsed.GetValue(_late)),
            Embargo = parsed.GetValue(_embargo) is { } embargo ? WallTime.Instant(embargo, zone) : null,
            Crisis = parsed.GetValue(_crisis),
            Purpose = Purposes[parsed.GetValue(_purpose)!],
        };
        return (request, at is not null);
    });

    private static T Readable<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException fault)
        {
            throw new InputException(fault.Message, fault);
        }
    }
}
