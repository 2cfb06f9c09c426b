namespace Comms.Core.Channels.Email;

/// <summary>The list that stands in the options.</summary>
internal sealed class FixedList(IReadOnlyList<string> members) : IMailingList
{
    public ValueTask<IReadOnlyList<string>> ReadAsync(CancellationToken cancel) => ValueTask.FromResult(members);
}
