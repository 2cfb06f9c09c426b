using Comms.Core.Cases.Alerts;

namespace CommsDesk.Configuration;

/// <summary>Reads who is on call: <c>{"againMinutes","timesEach","rotas":[{"team","contacts":[{"name","account"}]}]}</c>.</summary>
internal static class OnCallReader
{
    public static OnCallOptions Read(JsonWalk? onCall)
    {
        var defaults = new OnCallOptions();
        if (onCall is null)
        {
            return defaults;
        }

        onCall.Allow("againMinutes", "timesEach", "rotas");
        return defaults with
        {
            Again = onCall.Number("againMinutes", 1) is { } minutes ? TimeSpan.FromMinutes(minutes) : defaults.Again,
            TimesEach = onCall.Number("timesEach", 1) ?? defaults.TimesEach,
            Rotas = [.. onCall.Objects("rotas").Select(Rota)],
        };
    }

    private static OnCallRota Rota(JsonWalk rota)
    {
        rota.Allow("team", "contacts");
        return new OnCallRota { Team = rota.Text("team", required: true) ?? "", Contacts = [.. rota.Objects("contacts").Select(Contact)] };
    }

    private static OnCallContact Contact(JsonWalk contact)
    {
        contact.Allow("name", "account");
        return new OnCallContact(contact.Text("name", required: true) ?? "", contact.Text("account", required: true) ?? "");
    }
}
