using Comms.Core.Ledger;

namespace Comms.Core.Cases.Concerns;

/// <summary>
/// What people say, passed on to those who decide, and what came of it. Only Cases makes one. Immutable; each change gives a
/// new one.
/// </summary>
public sealed class Concern
{
    private readonly ConcernRecord _body;

    internal Concern(string id, ConcernRecord body) => (Id, _body) = (id, body);

    /// <summary>The concern's name everywhere in the engine.</summary>
    public string Id { get; }

    /// <summary>What people say, in the team's words.</summary>
    public string Said => _body.Said;

    /// <summary>Who decides.</summary>
    public string To => _body.To;

    /// <summary>Who passed it on.</summary>
    public string PassedBy => _body.PassedBy;

    /// <summary>When it was passed on.</summary>
    public DateTimeOffset PassedAt => _body.PassedAt;

    /// <summary>The cases that bear it out, by id, in the order of adding.</summary>
    public IReadOnlyList<string> Cases => _body.Cases;

    /// <summary>What came of it; null while nothing is known.</summary>
    public ConcernOutcome? Outcome => _body.Outcome;

    /// <summary>The drafts that tell what came of it, by id.</summary>
    public IReadOnlyList<string> Posts => _body.Posts;

    internal static string IdOf(NewConcern concern) => ContentId.Of(ConcernRecord.Kind, concern.Said, concern.To);

    internal static Concern Open(LedgerRecord record) => new(record.Key.Id, ConcernRecord.Open(record));
}
