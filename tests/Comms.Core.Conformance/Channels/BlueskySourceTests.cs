using System.Globalization;
using Comms.Core.Channels;
using Comms.Core.Channels.Bluesky;
using Comms.Core.Testing;
using Comms.Core.Tests.Servers;

namespace Comms.Core.Conformance.Channels;

public sealed class BlueskySourceTests : SourceConformance, IDisposable
{
    private readonly FakePds server = new();
    private readonly List<BlueskySource> opened = [];

    public BlueskySourceTests()
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
        var source = new BlueskySource(
            "town", new BlueskyOptions { Address = server.Address, User = "town.test", Credential = "env:TOKEN" }, new FixedCredentials(FakePds.Password));
        opened.Add(source);
        return ValueTask.FromResult<IMessageSource>(source);
    }

    protected override ValueTask DeleteAsync(string item)
    {
        server.Delete(item);
        return ValueTask.CompletedTask;
    }
}
