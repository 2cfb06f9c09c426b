using System.Globalization;

namespace Comms.Core.Channels;

/// <summary>
/// What it means that a platform refuses the same words again: evidence that they stand, and no proof. What stands is looked up by the
/// adapter, and judged here.
/// </summary>
public static class SameWords
{
    /// <summary>How far back they are looked for: platforms do not say how long they remember.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    /// <summary>From where the adapter looks for them.</summary>
    /// <param name="context">Of the post that was refused.</param>
    public static DateTimeOffset LookFrom(SendContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.CreatedAt - Remembered;
    }

    /// <summary>What came to stand since the post was due is this post, of an attempt whose answer was lost; what is older is another.</summary>
    /// <param name="platform">Who refused, for the message.</param>
    /// <param name="standing">The newest post of the account with these words; null where there is none.</param>
    /// <param name="since">Since when it stands; null where the platform does not say.</param>
    /// <param name="context">Of the post that was refused.</param>
    /// <exception cref="ChannelException">These words stand nowhere: nobody can tell.</exception>
    public static SendOutcome Judge(string platform, Receipt? standing, DateTimeOffset? since, SendContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return standing is null ? throw new ChannelException($"{platform} says that these words stand already, and they are not among the account's posts")
            : since >= context.CreatedAt - Attempt.ClocksApart ? new SendOutcome.Accepted(standing)
            : new SendOutcome.Rejected(string.Create(CultureInfo.InvariantCulture, $"{platform} refuses the same words again: they stand at {standing.Url} since {since:yyyy-MM-dd}"));
    }
}
