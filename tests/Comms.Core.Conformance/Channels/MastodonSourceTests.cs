using System.Globalization;
using Comms.Core.Channels;
using Comms.Core.Channels.Mastodon;
using Comms.Core.Testing;
using Comms.Core.Tests.Servers;

namespace Comms.Core.Conformance.Channels;

public sealed class MastodonSourceTests : SourceConformance, IDisposable
{
    private readonly FakeMastodon server = new();
    private readonly List<MastodonSource> opened = [];

    public MastodonSourceTests()
    {
        for (var mention = 0; mention < 100; mention++)
        {
            server.Mention(string.Create(CultureInfo.InvariantCulture, $"Thank you {mention}"));
        }
    }

    public void Dispose()
    {
        opened.ForEach(source => source.Dispose());
        server.Dispose();
    }

    protected override ValueTask<IMessageSource> OpenAsync()
    {
        var source = new MastodonSource(
            "town", new MastodonOptions { Address = server.Address, Credential = "env:TOKEN" }, new FixedCredentials(FakeMastodon.Token));
        opened.Add(source);
        return ValueTask.FromResult<IMessageSource>(source);
    }

    protected override ValueTask DeleteAsync(string item)
    {
        server.Delete(item);
        return ValueTask.CompletedTask;
    }
}
