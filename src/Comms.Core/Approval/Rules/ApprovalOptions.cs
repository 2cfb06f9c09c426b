namespace Comms.Core.Approval.Rules;

/// <summary>What an approval takes beside someone who did not write it, and who is told when one does not come.</summary>
public sealed record ApprovalOptions
{
    /// <summary>What asks for more. Default: nothing.</summary>
    public IReadOnlyList<ApprovalRule> Rules { get; init; } = [];

    /// <summary>
    /// Accounts by which colleagues are told, as an e-mail list or a webhook of theirs, of drafts that wait too long and of a
    /// broken glass. Default: none; then no glass can be broken.
    /// </summary>
    public IReadOnlyList<string> TellBy { get; init; } = [];

    /// <summary>How long a draft may wait for its decision before they are told, and told again; a minute to 30 days. Null: for ever. Default: null.</summary>
    public TimeSpan? WaitAtMost { get; init; }

    internal IEnumerable<string> Faults()
    {
        foreach (var rule in Rules)
        {
            if (string.IsNullOrWhiteSpace(rule.Id) || rule.Words.Any(string.IsNullOrWhiteSpace))
            {
                yield return "Approval: a rule has no id, or a blank word";
            }

            if (rule.Mark is null && rule.Words.Count == 0)
            {
                yield return $"Approval: the rule '{rule.Id}' has neither a mark nor words, and applies to nothing";
            }

            if (rule.Approvers is < 1 or > 5)
            {
                yield return $"Approval: the rule '{rule.Id}' asks for {rule.Approvers} approvers; from 1 to 5";
            }
        }

        foreach (var twice in Rules.CountBy(rule => rule.Id, StringComparer.Ordinal).Where(pair => pair.Value > 1))
        {
            yield return $"Approval: there are {twice.Value} rules '{twice.Key}'";
        }

        if (WaitAtMost is { } wait)
        {
            if (wait < TimeSpan.FromMinutes(1) || wait > TimeSpan.FromDays(30))
            {
                yield return "Approval.WaitAtMost is from a minute to 30 days";
            }

            if (TellBy.Count == 0)
            {
                yield return "Approval.WaitAtMost: TellBy names no account by which anyone is told";
            }
        }
    }
}
