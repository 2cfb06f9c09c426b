using System.Text.Json;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class FeedTests : IAsyncLifetime, IDisposable
{
    private readonly DeskProgram desk = new();
    private readonly Dictionary<string, string> ids = [];

    public async ValueTask InitializeAsync()
    {
        desk.Write("comms.json", """
            { "actors": [ { "id": "ann", "roles": ["moderator"] }, { "id": "bea", "roles": ["approver"] }, { "id": "cy", "roles": [] } ],
              "sources": [ { "csv": "in.csv", "textColumn": "comment" } ] }
            """);
        desk.Write("in.csv", "id,comment,at\n1,The new garden is lovely,2026-11-23T09:00:00Z\n2,Thank you for looking after Mrs Okafor so well,2026-11-24T09:00:00Z\n3,Ring me on 07700 900123,2026-11-25T09:00:00Z\n4,Horrible secret words,2026-11-26T09:00:00Z\n");
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        foreach (var line in (await desk.RunAsync("feed", "list")).Ended(0).Lines)
        {
            using var entry = JsonDocument.Parse(line);
            Assert.Equal("pending", entry.RootElement.GetProperty("state").GetString());
            ids[entry.RootElement.GetProperty("text").GetString()!.Split(' ')[0]] = entry.RootElement.GetProperty("id").GetString()!;
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Only_what_a_person_allowed_is_shown_in_every_form()
    {
        Assert.DoesNotContain("garden", (await desk.RunAsync("feed")).Ended(0).Output, StringComparison.Ordinal);
        (await desk.RunAsync("feed", "approve", ids["The"], "--as", "ann")).Ended(0);
        (await desk.RunAsync("feed", "reject", ids["Horrible"], "--as", "ann", "--reason", "abuse")).Ended(0);

        foreach (var form in new[] { "html", "fragment", "rss", "jsonfeed", "md" })
        {
            var shown = (await desk.RunAsync("feed", "--format", form)).Ended(0).Output;
            Assert.Contains("garden is lovely", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", shown, StringComparison.Ordinal);
        }

        (await desk.RunAsync("feed", "withdraw", ids["The"], "--as", "bea", "--reason", "asked to")).Ended(0);
        Assert.DoesNotContain("garden", (await desk.RunAsync("feed")).Ended(0).Output, StringComparison.Ordinal);
        (await desk.RunAsync("audit", "verify")).Ended(0);
    }

    [Fact]
    public async Task Names_and_personal_data_need_a_word_and_a_patient_two_people()
    {
        Assert.Contains("personal data (name)", (await desk.RunAsync("feed", "approve", ids["Thank"], "--as", "ann")).Ended(2).Errors, StringComparison.Ordinal);
        Assert.Contains("second person", (await desk.RunAsync("feed", "approve", ids["Thank"], "--as", "ann", "--consent", "asked on the ward")).Ended(0).Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Okafor", (await desk.RunAsync("feed")).Ended(0).Output, StringComparison.Ordinal);
        (await desk.RunAsync("feed", "approve", ids["Thank"], "--as", "bea")).Ended(0);
        Assert.Contains("Okafor", (await desk.RunAsync("feed")).Ended(0).Output, StringComparison.Ordinal);

        (await desk.RunAsync("feed", "approve", ids["Ring"], "--as", "ann", "--masked")).Ended(0);
        Assert.Contains("[phone removed]", (await desk.RunAsync("feed")).Ended(0).Output, StringComparison.Ordinal);
        Assert.Contains("may not moderate", (await desk.RunAsync("feed", "hold", ids["The"], "--as", "cy", "--reason", "so")).Ended(2).Errors, StringComparison.Ordinal);
    }
}
