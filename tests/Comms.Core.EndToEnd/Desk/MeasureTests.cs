using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class MeasureTests : IDisposable
{
    private readonly DeskProgram desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Each_text_is_measured_in_the_unit_of_the_channel()
    {
        var measured = (await desk.PipeAsync("""
            {"text":"See https://www.nhs.uk/conditions/flu 😀"}
            {"text":"Short"}
            """, "measure", "--channel", "x")).Ended(0).Json;

        Assert.Equal(30, measured[0].GetProperty("length").GetInt32());
        Assert.Equal(280, measured[0].GetProperty("limit").GetInt32());
        Assert.True(measured[0].GetProperty("fits").GetBoolean());
        Assert.Equal("Short", measured[1].GetProperty("parts")[0].GetString());
    }

    [Fact]
    public async Task A_long_text_shows_the_parts_of_its_thread()
    {
        var text = string.Join(' ', Enumerable.Repeat("The clinic is open today.", 20));

        var measured = Assert.Single((await desk.PipeAsync($$"""{"text":"{{text}}"}""", "measure", "--channel", "bluesky")).Ended(0).Json);

        Assert.False(measured.GetProperty("fits").GetBoolean());
        Assert.Equal(2, measured.GetProperty("parts").GetArrayLength());
    }

    [Fact]
    public async Task A_text_message_has_its_parts_and_its_bill()
    {
        var measured = Assert.Single((await desk.PipeAsync($$"""{"text":"{{new string('a', 161)}}"}""", "measure", "--channel", "sms")).Ended(0).Json);

        Assert.Equal(2, measured.GetProperty("billed").GetInt32());
        Assert.Equal(2, measured.GetProperty("parts").GetArrayLength());
    }

    [Fact]
    public async Task A_bad_line_is_named_and_the_others_are_measured()
    {
        var result = (await desk.PipeAsync("{\"text\":\"a\"}\nnonsense\n{\"words\":\"b\"}\n", "measure", "--channel", "mastodon")).Ended(1);

        Assert.Single(result.Lines);
        Assert.Contains("-:2: not JSON", result.Errors, StringComparison.Ordinal);
        Assert.Contains("-:3: no \"text\"", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_channel_is_said_with_those_that_are_known() =>
        Assert.Contains("bluesky", (await desk.PipeAsync("", "measure", "--channel", "myspace")).Ended(2).Errors, StringComparison.Ordinal);
}
