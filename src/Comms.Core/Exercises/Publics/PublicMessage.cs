using Comms.Core.Channels;
using Comms.Core.Exercises.Scenarios;

namespace Comms.Core.Exercises.Publics;

/// <summary>One message of the public, before it is posted.</summary>
internal sealed record PublicMessage(TimeSpan Offset, string Source, string Id, string Text, Author Author, ConditionFile? While)
{
    /// <summary>The message from which the writer has it; null when it was not posted.</summary>
    public string? Below { get; init; }
}
