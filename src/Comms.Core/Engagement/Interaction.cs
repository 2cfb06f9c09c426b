using Comms.Core.Channels;
using Comms.Core.Triage;

namespace Comms.Core.Engagement;

/// <summary>
/// One turn of an account towards the team, or of the team towards the account. Says nothing of how it felt: a critic counts
/// as a friend does.
/// </summary>
public sealed record Interaction
{
    /// <summary>The account's own name, as <c>@user@host</c>; compared ordinally.</summary>
    public required string Account { get; init; }

    /// <summary>Public, press, elected and so on. An open vocabulary. Default: <c>public</c>, a private person.</summary>
    public string Kind { get; init; } = "public";

    /// <summary>Whether the person agreed to be named in scores. Default: false.</summary>
    public bool AgreedToBeNamed { get; init; }

    /// <summary>
    /// Whether the team turned to the account, rather than the account to the team: a post that names it, a repost of it, an
    /// answer (<see cref="Channels.Act.Reply"/>). Such an act is no act of the account; it counts for what either answers of the
    /// other. Default: false.
    /// </summary>
    public bool ByTeam { get; init; }

    /// <summary>What they did.</summary>
    public required Act Act { get; init; }

    /// <summary>To whose words they turned, by the account's own name; null when it was the team's. Default: null.</summary>
    /// <remarks>A comment below a blogger's post about the team turns to the blogger: the blogger brought them.</remarks>
    public string? Towards { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the team answered it. Default: false.</summary>
    public bool Answered { get; init; }

    /// <summary>How long the team took to answer it; null where it did not, or it is not known. Default: null.</summary>
    public TimeSpan? AnsweredAfter { get; init; }

    /// <summary>What it was about, as themes of triage. Default: empty.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>How many follow the account; null when not known.</summary>
    public long? Followers { get; init; }

    /// <summary>The interaction behind a message; null when it is anonymous and belongs to no account.</summary>
    /// <param name="message">A triaged message.</param>
    /// <param name="answered">Whether the team answered it.</param>
    public static Interaction? Of(TriagedMessage message, bool answered)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Author is { } author
            ? new Interaction
            {
                Account = author.Handle,
                Kind = author.Kind,
                Act = message.Act,
                At = message.At,
                Answered = answered,
                Followers = author.Followers,
                Topics = [.. message.Findings.Themes.Select(theme => theme.Name)],
            }
            : null;
    }
}
