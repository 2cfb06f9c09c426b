using System.Globalization;

namespace Comms.Core.Exercises.Scenarios;

/// <summary>Finds what a scripted act lacks.</summary>
internal sealed class ActChecks(ActFile act, int index, HashSet<string> roles, HashSet<string> injects, HashSet<string> expectations)
{
    public IEnumerable<ScenarioFaultAt> Faults()
    {
        if (!roles.Contains(act.As))
        {
            yield return Fault($"{act.As} is no role of the scenario");
        }

        if (act.Do is Deed.Draft or Deed.Approve or Deed.Reject or Deed.Schedule && string.IsNullOrWhiteSpace(act.Key))
        {
            yield return Fault("it names no post: give a key");
        }

        if (act.Do == Deed.Draft && (string.IsNullOrWhiteSpace(act.Text) || act.Accounts.Count == 0))
        {
            yield return Fault("a draft has a text and accounts");
        }

        if (act.Do is Deed.Reject or Deed.Hold or Deed.Resume or Deed.Acknowledge or Deed.Answer or Deed.Close && string.IsNullOrWhiteSpace(act.Reason))
        {
            yield return Fault("it gives no reason");
        }

        if (act.Do is Deed.Own or Deed.Acknowledge or Deed.Answer or Deed.Close && !injects.Contains(act.Inject ?? ""))
        {
            yield return Fault("it names no inject whose case it is");
        }

        if (act.Do == Deed.Judge && !expectations.Contains(act.Expectation ?? ""))
        {
            yield return Fault("it names no expectation");
        }
    }

    private ScenarioFaultAt Fault(string reason) => new(
        act.Key is { } key ? ["play", key] : ["play"],
        string.Create(CultureInfo.InvariantCulture, $"play[{index}], {act.As} {act.Do.ToString().ToLowerInvariant()}: {reason}"));
}
