using Comms.Core.Publishing;

namespace CommsDesk.Configuration;

/// <summary>Reads how many posts an account may send.</summary>
internal static class QuotaReader
{
    public static Quota? Read(JsonWalk? quota)
    {
        if (quota is null)
        {
            return null;
        }

        quota.Allow("posts", "minutes", "reserve");
        var read = new Quota
        {
            Posts = quota.Number("posts", 1) ?? 0,
            Per = TimeSpan.FromMinutes(quota.Number("minutes", 1) ?? 0),
            Reserve = quota.Number("reserve", 0) ?? 0,
        };
        if (read.Posts < 1 || read.Reserve >= read.Posts || read.Per < TimeSpan.FromMinutes(1) || read.Per > TimeSpan.FromDays(31))
        {
            quota.Fault("posts", "a quota has posts, minutes up to 31 days, and a reserve below its posts");
        }

        return read;
    }
}
