using Comms.Core.Exercises.Scenarios;
using Comms.Core.Exercises.Scoring;
using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace Comms.Core.Exercises.Playing;

/// <summary>How the exercise stands: what was delivered, and what came of each expectation.</summary>
internal sealed class SoFar : IKnowsSoFar
{
    private readonly Dictionary<string, DateTimeOffset> _delivered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Expected> _expected;
    private readonly Dictionary<string, InjectFile> _injects;
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public SoFar(ScenarioFile file)
    {
        _injects = file.Injects.ToDictionary(inject => inject.Id, StringComparer.Ordinal);
        _expected = file.Expectations.ToDictionary(
            expected => expected.Id,
            expected => new Expected(expected, expected.Case is { } of ? InjectNames.CaseOf(_injects[of.Inject]).ToString() : null),
            StringComparer.Ordinal);
    }

    /// <summary>In the order of the scenario.</summary>
    public IEnumerable<Expected> Expected => _expected.Values;

    public Expected this[string id] => _expected[id];

    public void Deliver(string inject, DateTimeOffset at) => _delivered[inject] = at;

    public DateTimeOffset? DeliveredAt(string inject) => _delivered.TryGetValue(inject, out var at) ? at : null;

    /// <summary>Those of which it was not yet told that they were met or missed, in the order of the scenario.</summary>
    public IReadOnlyList<Expected> Unsettled() =>
        [.. _expected.Values.Where(expected => (expected.Met ?? expected.Missed) is not null && _told.Add(expected.Of.Id))];

    /// <summary>Looks where the messages went of which an expectation asks.</summary>
    public async ValueTask SeeRoutesAsync(ILedger ledger, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var expected in _expected.Values.Where(expected => expected.IsOpen))
        {
            if (expected.Of.Route is { } route
                && await ledger.FindAsync(InjectNames.TriagedOf(_injects[route.Inject]), cancel).ConfigureAwait(false) is { } record
                && TriagedMessage.Open(record).Findings.Routes.Any(to => to.Team == route.Team))
            {
                expected.MeetAt(now);
            }
        }
    }

    public bool Met(string expectation, DateTimeOffset at) => _expected[expectation].Met <= at;

    public bool Missed(string expectation, DateTimeOffset at) => _expected[expectation].Missed <= at;

    public bool Delivered(string inject, DateTimeOffset at) => DeliveredAt(inject) <= at;
}
