using Comms.Core.Approval.Rules;

namespace CommsDesk.Configuration;

/// <summary>
/// Reads what an approval takes: <c>{"rules":[{"id","mark","words","approvers","role"}],"tellBy":[…],"waitAtMostHours"}</c>.
/// </summary>
internal static class ApprovalReader
{
    public static ApprovalOptions Read(JsonWalk? approval)
    {
        if (approval is null)
        {
            return new ApprovalOptions();
        }

        approval.Allow("rules", "tellBy", "waitAtMostHours");
        return new ApprovalOptions
        {
            Rules = [.. approval.Objects("rules").Select(Rule)],
            TellBy = approval.Texts("tellBy"),
            WaitAtMost = approval.Number("waitAtMostHours", 1) is { } hours ? TimeSpan.FromHours(hours) : null,
        };
    }

    private static ApprovalRule Rule(JsonWalk rule)
    {
        rule.Allow("id", "mark", "words", "approvers", "role");
        return new ApprovalRule
        {
            Id = rule.Text("id", required: true) ?? "",
            Mark = rule.Text("mark"),
            Words = rule.Texts("words"),
            Approvers = rule.Number("approvers", 1) ?? 1,
            Role = rule.Text("role"),
        };
    }
}
