using Xunit;

namespace Comms.Core.Tests.Rules;

/// <summary>A stage sees only the record handed to it, the rooms under it, Channels and Text.</summary>
public class RoomTests
{
    private const string Root = RoomReferences.Root;

    private static readonly string[] Under = ["Ledger", "Governance", "Calendars", "Documents", "Text"];

    private static readonly string[] Stages =
        ["Authoring", "Approval", "Scheduling", "Publishing", "Listening", "Triage", "Cases", "Engagement", "RoundUps", "Stories", "Insights"];

    /// <summary>What a room may use of the stage before it, beside the rooms under it and Channels.</summary>
    public static TheoryData<string, string, string[]> Seams => new()
    {
        { "Approval", "Authoring", ["Draft"] },
        { "Scheduling", "Approval", ["ApprovedPost"] },
        { "Publishing", "Scheduling", ["ScheduledPost", "Lateness", "LateAct"] },
        { "Triage", "Listening", ["Message"] },
        { "Insights", "Triage", ["TriagedMessage", "TriageFindings", "Sentiment", "Label", "Route", "Signpost"] },
        {
            "Cases", "Triage",
            ["TriagedMessage", "TriageFindings", "Urgency", "Sentiment", "Label", "Route", "Obligation", "Evidence"]
        },
    };

    [Theory]
    [MemberData(nameof(Seams))]
    public void A_stage_sees_only_the_record_handed_to_it(string room, string before, string[] records) =>
        None(edge => edge.From == room && edge.To == before && !records.Contains(edge.Type, StringComparer.Ordinal));

    [Theory]
    [InlineData("Authoring", "")]
    [InlineData("Approval", "Authoring")]
    [InlineData("Scheduling", "Approval")]
    [InlineData("Publishing", "Scheduling")]
    [InlineData("Listening", "")]
    [InlineData("Triage", "Listening")]
    [InlineData("Cases", "Triage")]
    [InlineData("Insights", "Triage")]
    public void A_stage_sees_no_other_stage(string room, string before) =>
        None(edge => edge.From == room && edge.To != room && edge.To != before && Stages.Contains(edge.To, StringComparer.Ordinal));

    [Fact]
    public void Text_knows_no_other_room() => None(edge => edge.From == "Text" && IsRoom(edge.To) && edge.To != "Text");

    [Theory]
    [InlineData("Ledger")]
    [InlineData("Governance")]
    [InlineData("Calendars")]
    [InlineData("Channels")]
    [InlineData("Documents")]
    public void What_lies_under_the_stages_knows_no_stage(string room) =>
        None(edge => edge.From == room && Stages.Contains(edge.To, StringComparer.Ordinal));

    [Fact]
    public void The_ledger_knows_nothing_above_it() =>
        None(edge => edge.From == "Ledger" && IsRoom(edge.To) && edge.To != "Ledger" && edge.Type != nameof(CommsException));

    /// <summary>An exercise is around everything: it builds an engine as any host does.</summary>
    [Fact]
    public void Nothing_but_the_root_and_exercises_knows_the_root() =>
        None(edge => edge.From.Length > 0 && edge.From is not (Root or "Exercises") && edge.To == Root && edge.Type != nameof(CommsException));

    [Fact]
    public void Only_Publishing_uses_Polly() =>
        None(edge => edge.From != "Publishing" && edge.To.StartsWith("Polly", StringComparison.Ordinal));

    [Fact]
    public void Only_Calendars_uses_NodaTime() =>
        None(edge => edge.From != "Calendars" && edge.To.StartsWith("NodaTime", StringComparison.Ordinal));

    private static bool IsRoom(string name) =>
        name is Root or "Channels" || Stages.Contains(name, StringComparer.Ordinal) || Under.Contains(name, StringComparer.Ordinal);

    private static void None(Func<(string From, string To, string Type), bool> broken)
    {
        var found = RoomReferences.All
            .Where(pair => broken((RoomReferences.RoomOf(pair.From), RoomReferences.RoomOf(pair.To), RoomReferences.NameOf(pair.To))))
            .Select(pair => $"{pair.From.FullName} → {pair.To.FullName}")
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
