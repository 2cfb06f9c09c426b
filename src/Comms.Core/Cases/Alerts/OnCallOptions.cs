namespace Comms.Core.Cases.Alerts;

/// <summary>Who is told at once of an emergency, at any hour, until someone takes the case.</summary>
public sealed record OnCallOptions
{
    /// <summary>The team of a rota that stands for every team without its own.</summary>
    public const string AnyTeam = "*";

    /// <summary>The rotas; a team of none, where none stands for every team, is not alerted. Default: none.</summary>
    public IReadOnlyList<OnCallRota> Rotas { get; init; } = [];

    /// <summary>How long a contact has to take the case before they are told again. From 10 seconds to a day. Default: 5 minutes.</summary>
    public TimeSpan Again { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a contact is told before the next is; after the last, the first again. From 1 to 100. Default: 2.</summary>
    public int TimesEach { get; init; } = 2;

    /// <summary>How long one alert may take to be sent. From a second to two minutes. Default: 30 seconds.</summary>
    public TimeSpan SendWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <returns>Null when nobody is on call for the team.</returns>
    internal OnCallRota? For(string team) =>
        Rotas.FirstOrDefault(rota => rota.Team == team) ?? Rotas.FirstOrDefault(rota => rota.Team == AnyTeam);

    internal IEnumerable<string> Faults()
    {
        if (Again < TimeSpan.FromSeconds(10) || Again > TimeSpan.FromDays(1))
        {
            yield return "OnCall.Again is from 10 seconds to a day";
        }

        if (TimesEach is < 1 or > 100)
        {
            yield return "OnCall.TimesEach is from 1 to 100";
        }

        if (SendWithin < TimeSpan.FromSeconds(1) || SendWithin > TimeSpan.FromMinutes(2))
        {
            yield return "OnCall.SendWithin is from a second to two minutes";
        }

        foreach (var rota in Rotas.Where(rota => rota.Contacts.Count == 0))
        {
            yield return $"OnCall: nobody is on the rota of '{rota.Team}'";
        }

        foreach (var team in Rotas.CountBy(rota => rota.Team, StringComparer.Ordinal).Where(pair => pair.Value > 1))
        {
            yield return $"OnCall: there are {team.Value} rotas of '{team.Key}'";
        }
    }
}

/// <summary>Who is on call for a team.</summary>
public sealed record OnCallRota
{
    /// <summary>The team's id in the policy, or <see cref="OnCallOptions.AnyTeam"/>.</summary>
    public required string Team { get; init; }

    /// <summary>Who is told, the first first; at least one.</summary>
    public required IReadOnlyList<OnCallContact> Contacts { get; init; }
}

/// <summary>Someone on call.</summary>
/// <param name="Name">Who; stands in the audit.</param>
/// <param name="Account">The account by which they are told, as an e-mail list or a webhook of their own.</param>
public sealed record OnCallContact(string Name, string Account);
