namespace Comms.Core.KillHost;

/// <summary>Where a host can be killed, in the order in which it gets there.</summary>
internal enum Step
{
    /// <summary>Never.</summary>
    None,

    BeforeClaim,
    AfterClaim,
    BeforePreparing,
    AfterPreparing,
    BeforeIntent,
    AfterIntent,
    BeforeSending,

    /// <summary>The board has the request and has not answered; the board kills.</summary>
    WhileSending,

    BeforeOutcome,
    AfterOutcome,

    /// <summary>The board is to be asked what became of the first attempt.</summary>
    BeforeLooking,

    AfterLooking,
    BeforeIntentAgain,
    AfterIntentAgain,

    /// <summary>The board has the second request and has not answered; the board kills.</summary>
    WhileSendingAgain,

    BeforeOutcomeAgain,
}
