using System.Collections.Frozen;

namespace Comms.Core.Channels;

/// <summary>The channels of an engine by their account. Immutable and thread-safe.</summary>
public sealed class ChannelDirectory
{
    private readonly FrozenDictionary<string, IChannel> _channels;

    internal ChannelDirectory(IEnumerable<IChannel> channels) =>
        _channels = channels.ToFrozenDictionary(channel => channel.Account.Id, StringComparer.Ordinal);

    /// <summary>Every account, in ordinal order of its id.</summary>
    public IEnumerable<ChannelAccount> Accounts =>
        _channels.Values.Select(channel => channel.Account).OrderBy(account => account.Id, StringComparer.Ordinal);

    /// <summary>The channel of an account; null when there is no such account.</summary>
    public IChannel? Find(string account) => _channels.GetValueOrDefault(account);
}
