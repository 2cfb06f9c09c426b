using Comms.Core.Channels;

namespace Comms.Core.Triage;

/// <summary>What is known of a message besides its words.</summary>
internal readonly record struct MessageContext(string? Source, Author? Author, string? Question = null);
