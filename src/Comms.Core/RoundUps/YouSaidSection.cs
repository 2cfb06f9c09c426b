using Comms.Core.Documents;

namespace Comms.Core.RoundUps;

/// <summary>What was done about what people said, in the words that were approved.</summary>
internal static class YouSaidSection
{
    public static void Write(RoundUpPage page)
    {
        string[] items = [.. For(page.Request).Select(told => $"You said: {told.Said} We did: {told.Did} ({told.By})")];
        if (items.Length == 0)
        {
            return;
        }

        page.Heading("You said, we did").Add(new ListBlock([.. items.Select(InlineText.FromString)]));
        foreach (var item in items)
        {
            page.Given(item, "the concerns that were passed on");
        }
    }

    public static IEnumerable<YouSaid> For(RoundUpRequest request) => request.Outcomes.Where(told => told.Teams.Contains(request.Team, StringComparer.Ordinal));
}
