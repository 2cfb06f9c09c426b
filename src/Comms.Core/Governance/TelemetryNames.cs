namespace Comms.Core.Governance;

/// <summary>
/// What a host listens to, to see the engine from outside: each name is that of a source of spans and of a meter. Spans of a
/// post, from its draft to its receipt, whichever day and host, are one trace: its id is computed from the post's. They say
/// which post, account and state, and never a word of a post, a reader's address or a secret.
/// </summary>
public static class TelemetryNames
{
    /// <summary>Of engines that send.</summary>
    public const string Engine = "Comms.Core";

    /// <summary>Of engines in an exercise, so that a rehearsal is never taken for the real thing.</summary>
    public const string Exercise = "Comms.Core.Exercise";
}
