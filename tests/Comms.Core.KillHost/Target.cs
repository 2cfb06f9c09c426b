using System.Diagnostics;

namespace Comms.Core.KillHost;

/// <summary>The account at whose step this process dies, by its own hand and as suddenly as if the power went: SIGKILL.</summary>
internal sealed class Target(string account, Step step)
{
    private int _intents;

    public string Account => account;

    public Step Step => step;

    /// <summary>Whether its delivery has come to an end, or waits for a person.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The first send, or the one after it.</summary>
    public void BeforeIntent(string of) => Reach(of, ++_intents == 1 ? Step.BeforeIntent : Step.BeforeIntentAgain);

    public void AfterIntent(string of) => Reach(of, _intents == 1 ? Step.AfterIntent : Step.AfterIntentAgain);

    public void BeforeOutcome(string of) => Reach(of, _intents < 2 ? Step.BeforeOutcome : Step.BeforeOutcomeAgain);

    public void AfterOutcome(string of, bool over)
    {
        Reach(of, Step.AfterOutcome);
        IsOver |= over && of == account;
    }

    public void Reach(string of, Step reached)
    {
        if (of == account && reached == step)
        {
            Process.GetCurrentProcess().Kill();
        }
    }
}
