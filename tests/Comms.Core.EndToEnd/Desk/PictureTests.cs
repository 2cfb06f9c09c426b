using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class PictureTests : IDisposable
{
    private readonly DeskProgram desk = new();

    public PictureTests()
    {
        File.WriteAllBytes(desk.In("heron.png"), [137, 80, 78, 71, 13, 10, 26, 10]);
        desk.Write("comms.json", """{ "pictureConsentRequired": true, "accounts": [ { "id": "drop", "channel": "folder", "path": "out" } ] }""");
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_picture_is_approved_once_its_consent_is_recorded_and_not_after_it_was_taken_back()
    {
        Assert.Contains("nobody has recorded", (await ApproveAsync("one")).Ended(2).Errors, StringComparison.Ordinal);
        (await desk.RunAsync("pictures", "consent", "heron.png")).Ended(2);
        (await desk.RunAsync("pictures", "consent", "heron.png", "--form", "file 12", "--until", "2099-12-31")).Ended(0);
        (await ApproveAsync("one")).Ended(0);
        Assert.Contains(",file 12,2099-12-31,", (await desk.RunAsync("pictures", "list")).Ended(0).Output, StringComparison.Ordinal);

        (await desk.RunAsync("pictures", "withdraw", "heron.png")).Ended(0);
        Assert.Contains("the consent was taken back", (await ApproveAsync("two")).Ended(2).Errors, StringComparison.Ordinal);
        Assert.Contains("no consent that stands", (await desk.RunAsync("pictures", "withdraw", "heron.png")).Ended(2).Errors, StringComparison.Ordinal);
    }

    private async Task<DeskResult> ApproveAsync(string key)
    {
        var draft = (await desk.RunAsync("draft", "add", $"Our porters, {key}.", "--account", "drop", "--media", "heron.png", "--alt", "Two porters laugh", "--key", key)).Output.Trim().Split('\n')[0].Trim();
        return await desk.RunAsync("approve", draft, "--as", "approver");
    }
}
