using Comms.Core.Channels;

namespace Comms.Core.Cases.Sinks;

/// <summary>
/// The host's own case system, to which cases are mirrored: every case once, and every change of one after it, under the
/// discipline of a post. Safe for concurrent use. A system that can be asked implements <see cref="ICaseLookUp"/> too.
/// </summary>
public interface ICaseSink
{
    /// <summary>Unique among the sinks; lower-case letters, digits and single hyphens, at most 64. Stands in the ledger: it never changes.</summary>
    string Id { get; }

    /// <summary>
    /// The one mutating call: puts the case into the system as it stands now, or changes what it has of it. Whatever leaves it
    /// but an outcome, an exception or running out of time included, counts as unknown.
    /// </summary>
    /// <param name="copy">The case, and the system's own name for it where it has one.</param>
    /// <param name="cancel">Ends it when it takes too long; shutting down does not.</param>
    ValueTask<SendOutcome> SendAsync(CaseCopy copy, CancellationToken cancel);
}

/// <summary>A case system that can be asked whether it has a copy. Without it, a copy in doubt waits for a person.</summary>
public interface ICaseLookUp
{
    /// <summary>Looks for what an attempt had for an effect. Changes nothing.</summary>
    /// <param name="copy">What was sent, under the same key.</param>
    /// <param name="cancel">Stops looking.</param>
    /// <exception cref="ChannelException">The system could not be asked.</exception>
    ValueTask<ReadBack> FindAsync(CaseCopy copy, CancellationToken cancel);
}
