using Comms.Core.Channels;
using Comms.Core.Triage.Corrections;

namespace Comms.Core.Triage;

/// <summary>What is known of a message besides its words.</summary>
internal readonly record struct MessageContext(
    string? Source, Author? Author, string? Question = null, IReadOnlyList<Correction>? Decided = null);
