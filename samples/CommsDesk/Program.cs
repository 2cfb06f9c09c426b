using System.CommandLine;
using System.Text;
using Comms.Core;
using CommsDesk.Commands;
using CommsDesk.Configuration;
using CommsDesk.Input;
using Microsoft.Extensions.Options;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

var root = new RootCommand("The desk of a communications team: write, approve, schedule, publish, hear, triage and report.")
{
    DeskOptions.Data,
    DeskOptions.Config,
    DeskOptions.As,
    DeskOptions.Language,
    InitCommand.Create(),
    DemoCommand.Create(),
    TriageCommand.Create(),
    TrainCommand.Create(),
    EvaluateCommand.Create(),
    MeasureCommand.Create(),
    CheckCommand.Create(),
    DraftCommand.Create(),
    DecisionCommands.Approve(),
    DecisionCommands.Reject(),
    ScheduleCommand.Create(),
    ImportCommand.Create(),
    PictureCommands.Create(),
    KitCommands.Create(),
    GlassCommands.Create(),
    DelegationCommands.Create(),
    PlanCommand.Create(),
    CheckInCommand.Create(),
    RunCommand.Run(),
    RunCommand.Listen(),
    HoldCommand.Create(),
    TasksCommand.Create(),
    CasesCommand.Create(),
    AmplifierCommands.Create(),
    ScoreCommand.Create(),
    ConversationsCommand.Create(),
    TopicsCommand.Create(),
    InsightsCommand.Create(),
    RenderCommand.Create(),
    StoryCommand.Create(),
    ExerciseCommand.Create(),
    RoundUpCommand.Create(),
    BriefingCommand.Create(),
    ReadsCommand.Create(),
    FeedCommand.Create(),
    CorrectCommand.Create(),
    CorrectionsCommand.Create(),
    PersonCommands.Erase(),
    PersonCommands.Export(),
    LegalHoldCommands.Create(),
    RetentionCommand.Create(),
    AuditCommand.Create(),
    BackupCommands.Backup(),
    BackupCommands.Restore(),
};

// An account begins with @, which would otherwise name a file of arguments.
var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        await Console.Error.WriteLineAsync($"comms: {error.Message}");
    }

    await Console.Error.WriteLineAsync("comms: see comms --help");
    return ExitCode.Nothing;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception fault) when (fault is CommsException or ConfigException or InputException or OptionsValidationException
    or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync($"comms: {fault.Message}");
    return ExitCode.Nothing;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("comms: stopped; what was done is kept");
    return ExitCode.Nothing;
}
