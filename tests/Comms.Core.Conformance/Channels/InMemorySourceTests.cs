using System.Globalization;
using Comms.Core.Channels;
using Comms.Core.Testing;

namespace Comms.Core.Conformance.Channels;

public sealed class InMemorySourceTests : SourceConformance
{
    protected override ValueTask<IMessageSource> OpenAsync()
    {
        var source = new InMemorySource("survey");
        for (var i = 0; i < 1200; i++)
        {
            source.Add(new SourceEvent.Posted(new SourceItem
            {
                Id = i.ToString(CultureInfo.InvariantCulture),
                Text = "Thank you",
                At = DateTimeOffset.UnixEpoch,
            }));
        }

        return ValueTask.FromResult<IMessageSource>(source);
    }
}
