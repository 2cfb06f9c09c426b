namespace Comms.Core.Publishing;

/// <summary>How sending is, as a health check asks. Only Publishing makes one.</summary>
public sealed class PublishingStanding
{
    internal PublishingStanding(TimeSpan oldestDueLag, string? oldestDueAccount, IReadOnlyList<string> resting) =>
        (OldestDueLag, OldestDueAccount, RestingAccounts) = (oldestDueLag, oldestDueAccount, resting);

    /// <summary>For how long the delivery that is due longest has waited to be taken up; zero when nothing is due.</summary>
    public TimeSpan OldestDueLag { get; }

    /// <summary>Its account; null when nothing is due.</summary>
    public string? OldestDueAccount { get; }

    /// <summary>Accounts that this host lets rest since their channel kept failing (an open circuit), in order of their ids.</summary>
    public IReadOnlyList<string> RestingAccounts { get; }
}
