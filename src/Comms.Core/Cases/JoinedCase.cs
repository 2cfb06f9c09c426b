using Comms.Core.Triage;

namespace Comms.Core.Cases;

/// <summary>A case that was joined to another, with what that other has from it alone: what splitting takes away again.</summary>
internal sealed record JoinedCase(string Id, IReadOnlyList<string> Messages, IReadOnlyList<Obligation> Obligations);
