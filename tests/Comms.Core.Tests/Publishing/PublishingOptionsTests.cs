using Comms.Core.Publishing;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public class PublishingOptionsTests
{
    [Fact]
    public void The_defaults_have_no_fault() => Assert.Empty(new PublishingOptions().Faults());

    [Fact]
    public void A_delivery_s_work_fits_into_the_lease_at_the_limit()
    {
        var tight = new PublishingOptions { Lease = TimeSpan.FromMinutes(4), SendTimeout = TimeSpan.FromMinutes(1) };

        Assert.Empty(tight.Faults());
        Assert.True(tight.LongestWork < tight.Lease);
    }

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var bad = new PublishingOptions
        {
            OnTime = TimeSpan.FromDays(2),
            CatchUpGap = TimeSpan.FromSeconds(-1),
            Lease = TimeSpan.FromSeconds(1),
            SendTimeout = TimeSpan.FromHours(1),
            Settle = TimeSpan.FromDays(1),
            MaxAttempts = 0,
            Batch = 0,
        };

        Assert.Equal(7, bad.Faults().Count());
    }
}
