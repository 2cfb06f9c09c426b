namespace Comms.Core.Engagement;

/// <summary>Scores that may be shown. Only <see cref="ScoreAudience"/> makes one. Immutable.</summary>
public sealed class ScoreBoard
{
    internal ScoreBoard(IReadOnlyList<AccountScore> named, int privateAccounts)
    {
        Named = named;
        PrivateAccounts = privateAccounts;
    }

    /// <summary>Scores that may be shown by name, in the order they were given.</summary>
    public IReadOnlyList<AccountScore> Named { get; }

    /// <summary>How many private people took part besides.</summary>
    public int PrivateAccounts { get; }
}
