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
    public void BeforeIntent() => Reach(++_intents == 1 ? Step.BeforeIntent : Step.BeforeIntentAgain);

    public void AfterIntent() => Reach(_intents == 1 ? Step.AfterIntent : Step.AfterIntentAgain);

    public void BeforeOutcome() => Reach(_intents < 2 ? Step.BeforeOutcome : Step.BeforeOutcomeAgain);

    public void AfterOutcome(bool over)
    {
        Reach(Step.AfterOutcome);
        IsOver |= over;
    }

    /// <summary>A step of whichever account.</summary>
    public void Reach(string of, Step reached)
    {
        if (of == account)
        {
            Reach(reached);
        }
    }

    /// <summary>A step of its own account.</summary>
    public void Reach(Step reached)
    {
        if (reached == step)
        {
            Process.GetCurrentProcess().Kill();
        }
    }
}
