using Comms.Core.Channels;
using Comms.Core.Testing;

namespace CustomChannel;

/// <summary>The whole suite that every channel passes, for the price of this class.</summary>
public sealed class IntranetChannelTests : ChannelConformance, IDisposable
{
    private readonly Intranet _intranet = new();
    private readonly List<IntranetChannel> _opened = [];

    protected override bool TakesMedia => false;

    protected override bool TakesThreads => false;

    public void Dispose()
    {
        _opened.ForEach(channel => channel.Dispose());
        _intranet.Dispose();
    }

    protected override ValueTask<IChannel> OpenAsync()
    {
        var channel = new IntranetChannel("news", _intranet.Address, "env:INTRANET", new Token());
        _opened.Add(channel);
        return ValueTask.FromResult<IChannel>(channel);
    }

    protected override ValueTask<IReadOnlyList<ShownPost>> ShownAsync() =>
        ValueTask.FromResult<IReadOnlyList<ShownPost>>([.. _intranet.News.Select(text => new ShownPost(text, []))]);

    private sealed class Token : ICredentialSource
    {
        public ValueTask<string?> FindAsync(string reference, CancellationToken cancel) => ValueTask.FromResult<string?>(Intranet.Token);
    }
}
