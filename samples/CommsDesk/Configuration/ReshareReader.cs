using Comms.Core.Reshares;

namespace CommsDesk.Configuration;

/// <summary>Reads whose posts are passed on: <c>{"trusted":[{"handle","source"}],"disclaimer","approveTrusted"}</c>.</summary>
internal static class ReshareReader
{
    public static ReshareOptions Read(JsonWalk? reshares)
    {
        if (reshares is null)
        {
            return new ReshareOptions();
        }

        reshares.Allow("trusted", "disclaimer", "approveTrusted");
        return new ReshareOptions
        {
            Trusted = [.. reshares.Objects("trusted").Select(Body)],
            Disclaimer = reshares.Text("disclaimer"),
            ApproveTrusted = reshares.Flag("approveTrusted"),
        };
    }

    private static TrustedBody Body(JsonWalk body)
    {
        body.Allow("handle", "source");
        return new TrustedBody(body.Text("handle", required: true) ?? "", body.Text("source"));
    }
}
