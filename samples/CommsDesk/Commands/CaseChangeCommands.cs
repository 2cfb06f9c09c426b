using System.CommandLine;
using System.Globalization;
using Comms.Core.Cases;
using Comms.Core.Governance;
using CommsDesk.Configuration;

namespace CommsDesk.Commands;

/// <summary>What a person does in a case: each prints the case as it then stands, or says why it may not.</summary>
internal static class CaseChangeCommands
{
    public static Argument<string> Id() => new("ID") { Description = "The case, as comms cases list names it." };

    public static Command Own()
    {
        var person = new Option<string?>("--person") { Description = "Who sees it through; without it, whoever acts.", HelpName = "P" };
        var team = new Option<string?>("--team") { Description = "Hand it over to this team.", HelpName = "T" };
        var reason = new Option<string?>("--reason") { Description = "Why it is handed over." };
        var command = new Command("own", "Take a case, or hand it over to another team; its duties go on.") { person, team, reason };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(team) is not null && string.IsNullOrWhiteSpace(parsed.GetValue(reason)))
            {
                parsed.AddError("--team needs a --reason, for those who take it over");
            }
        });
        return Changing(command, (parsed, desk, id, by, cancel) => parsed.GetValue(team) is { } to
            ? desk.Engine.Cases.HandOverAsync(id, desk.Team(to).Id, parsed.GetValue(person), parsed.GetValue(reason)!, by, cancel)
            : desk.Engine.Cases.TakeAsync(id, parsed.GetValue(person) ?? by.Id, by, cancel));
    }

    public static Command Acknowledge() => Act(
        "acknowledge", "Record that whoever wrote was told that it was received.", (cases, id, how, at, by, cancel) => cases.AcknowledgeAsync(id, how, at, by, cancel));

    public static Command Answer() => Act(
        "answer", "Record that whoever wrote was answered.", (cases, id, how, at, by, cancel) => cases.AnswerAsync(id, how, at, by, cancel));

    public static Command Pause()
    {
        var duty = Duty();
        var how = new Option<string>("--how") { Description = "How they were asked, as 'by e-mail'.", Required = true };
        var at = At("When they were asked");
        var command = new Command("pause", "Record that whoever wrote was asked what they want, which lets the clock of a duty stand still.") { duty, how, at };
        return Changing(command, (parsed, desk, id, by, cancel) => desk.Engine.Cases.PauseAsync(
            id, NotBlank.Words(parsed.GetValue(duty), "a duty"), NotBlank.Words(parsed.GetValue(how), "how they were asked"), Instant(parsed.GetValue(at)), by, cancel));
    }

    public static Command Resume()
    {
        var duty = Duty();
        var at = At("When they said it");
        return Changing(new Command("resume", "Record that they said what they want: the clock of the duty goes on.") { duty, at }, (parsed, desk, id, by, cancel) =>
            desk.Engine.Cases.ResumeAsync(id, NotBlank.Words(parsed.GetValue(duty), "a duty"), Instant(parsed.GetValue(at)), by, cancel));
    }

    public static Command Note()
    {
        var text = new Argument<string>("TEXT") { Description = "What to note." };
        return Changing(new Command("note", "Note something on a case."), (parsed, desk, id, by, cancel) =>
            desk.Engine.Cases.NoteAsync(id, NotBlank.Words(parsed.GetValue(text), "a note"), by, cancel), text);
    }

    public static Command Close() => WithReason(
        "close", "Close a case; refused while a duty is open.", (cases, id, reason, by, cancel) => cases.CloseAsync(id, reason, by, cancel));

    public static Command Reopen() => WithReason(
        "reopen", "Take a closed case up again.", (cases, id, reason, by, cancel) => cases.ReopenAsync(id, reason, by, cancel));

    public static Command Join()
    {
        var into = new Argument<string>("INTO") { Description = "The case that goes on with the duties of both." };
        return Changing(new Command("join", "Join a case to another of the same matter."), (parsed, desk, id, by, cancel) =>
            desk.Engine.Cases.JoinAsync(id, parsed.GetValue(into)!, by, cancel), into);
    }

    public static Command Split() => Changing(new Command("split", "Take a case out of the one it was joined to."), (_, desk, id, by, cancel) =>
        desk.Engine.Cases.SplitAsync(id, by, cancel));

    public static Command Restrict()
    {
        var roles = new Option<string[]>("--role") { Description = "A role that may see it, as safeguarding-lead; again for another.", HelpName = "R", Required = true, Arity = ArgumentArity.OneOrMore };
        var reason = Reason();
        return Changing(new Command("restrict", "Let only people with a role see a case; no edition or feed quotes its messages.") { roles, reason }, (parsed, desk, id, by, cancel) =>
            desk.Engine.Cases.RestrictAsync(
                id, [.. parsed.GetValue(roles)!.Select(role => NotBlank.Words(role, "a role"))], NotBlank.Words(parsed.GetValue(reason), "a reason"), by, cancel));
    }

    public static Command LiftRestriction() => WithReason(
        "lift", "Lift a case's restriction.", (cases, id, reason, by, cancel) => cases.LiftRestrictionAsync(id, reason, by, cancel));

    private static Command Act(
        string name, string description, Func<CaseDesk, string, string, DateTimeOffset?, Actor, CancellationToken, ValueTask<CaseResult>> act)
    {
        var how = new Option<string>("--how") { Description = "How, as 'by letter'.", Required = true };
        var at = At("When it was done");
        var command = new Command(name, description) { how, at };
        return Changing(command, (parsed, desk, id, by, cancel) =>
            act(desk.Engine.Cases, id, NotBlank.Words(parsed.GetValue(how), "how it was done"), Instant(parsed.GetValue(at)), by, cancel));
    }

    private static Option<string> Reason() => new("--reason") { Description = "Why, for the audit.", Required = true };

    private static Option<string> Duty() => new("--duty") { Description = "The duty's rule, as foi-2000.", HelpName = "RULE", Required = true };

    public static Option<string?> At(string what) => new("--at") { Description = what + ", as 2026-11-27T09:00:00Z; without it, now.", HelpName = "TIME" };

    private static Command WithReason(string name, string description, Func<CaseDesk, string, string, Actor, CancellationToken, ValueTask<CaseResult>> act)
    {
        var reason = Reason();
        return Changing(new Command(name, description) { reason }, (parsed, desk, id, by, cancel) =>
            act(desk.Engine.Cases, id, NotBlank.Words(parsed.GetValue(reason), "a reason"), by, cancel));
    }

    public static Command Changing(
        Command command, Func<ParseResult, Desk, string, Actor, CancellationToken, ValueTask<CaseResult>> change, params Argument<string>[] more)
    {
        var id = Id();
        command.Arguments.Add(id);
        foreach (var argument in more)
        {
            command.Arguments.Add(argument);
        }

        command.SetAction(async (parsed, cancel) =>
        {
            await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
            var by = desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Handle);
            switch (await change(parsed, desk, parsed.GetValue(id)!, by, cancel))
            {
                case CaseResult.Changed changed:
                    await CasesCommand.WriteAsync(desk, changed.Case, cancel);
                    return ExitCode.Done;
                case CaseResult.Refused refused:
                    await Console.Error.WriteLineAsync("comms: " + string.Join("; ", refused.Reasons));
                    return ExitCode.Nothing;
                default:
                    throw new InvalidOperationException("A case has no other outcome.");
            }
        });
        return command;
    }

    /// <exception cref="ConfigException">It is no time.</exception>
    public static DateTimeOffset? Instant(string? text) =>
        text is null ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at
        : throw new ConfigException($"{text} is no time: write it as 2026-11-27T09:00:00Z");
}
