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

    private readonly Argument<string[]> _ids = new("ID") { Description = "The approved draft; several with --week-ahead.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _at = new("--at") { Description = "When: local to the zone unless it carries an offset.", HelpName = "TIME" };
    private readonly Option<bool> _next = new("--next-slot") { Description = "The team's next free slot." };
    private readonly Option<bool> _week = new("--week-ahead") { Description = "Free slots spread over the weekend and next week, as on a Friday." };
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
        foreach (var option in (Option[])[_at, _next, _week, _late, _embargo, _crisis, _purpose])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(parsed =>
        {
            if (new[] { parsed.GetValue(_at) is not null, parsed.GetValue(_next), parsed.GetValue(_week) }.Count(given => given) > 1)
            {
                parsed.AddError("--at, --next-slot and --week-ahead exclude each other.");
            }

            if (!parsed.GetValue(_week) && parsed.GetValue(_ids)?.Length > 1)
            {
                parsed.AddError("several drafts at once need --week-ahead.");
            }
        });
    }

    public IReadOnlyList<string> Ids(ParseResult parsed) => parsed.GetValue(_ids)!;

    public bool WeekAhead(ParseResult parsed) => parsed.GetValue(_week);

    public bool NextSlot(ParseResult parsed) => parsed.GetValue(_next);

    /// <summary>The wish, with its time when one was given.</summary>
    /// <exception cref="InputException">A time or a policy cannot be read; the message says why.</exception>
    public (ScheduleRequest Request, bool HasTime) Read(ParseResult parsed, string zone)
    {
        try
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
        }
        catch (FormatException fault)
        {
            throw new InputException(fault.Message, fault);
        }
    }
}
