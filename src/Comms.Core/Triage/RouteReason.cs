namespace Comms.Core.Triage;

/// <summary>Why a team gets a message: the number of the rule that sent it, as <see cref="Router"/> counts them.</summary>
internal readonly record struct RouteReason(int Team, int Rule)
{
    /// <summary>In the place of a rule: a person gave this very message to the team.</summary>
    public const int Said = int.MinValue;

    /// <summary>In the place of a rule: people moved messages like it to the team.</summary>
    public const int Learnt = int.MinValue + 1;
}
