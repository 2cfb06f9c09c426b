using Comms.Core.Authoring.Press;
using Xunit;

namespace Comms.Core.Tests.Authoring.Press;

public sealed class PressReleaseTests
{
    private static readonly DateTimeOffset Embargo = new(2026, 7, 3, 8, 0, 0, TimeSpan.Zero);

    private static readonly NewPressRelease Garden = new()
    {
        Text = "New garden opens\n\nThe Trust opens its garden today.\n\nENDS\n\nNotes to editors\n\nThe garden has a pond.",
        Press = ["press"],
        Everyone = ["site", "town"],
        Embargo = Embargo,
        Key = "garden",
    };

    [Fact]
    public void The_press_is_told_of_the_embargo_in_the_title_and_below_it_and_has_the_notes_to_editors()
    {
        var made = PressRelease.Of(Garden, "Europe/London").ToPress;

        Assert.Equal(
            "EMBARGOED until 09:00 on Friday 3 July 2026: New garden opens\n\nNot for publication or broadcast before 09:00 on Friday 3 July 2026.\n\n"
            + "The Trust opens its garden today.\n\nENDS\n\nNotes to editors\n\nThe garden has a pond.",
            made.Text);
        Assert.Equal(("press", null, Embargo, "garden/press"), (string.Join(' ', made.Accounts), made.NotBefore, made.NotAfter, made.Key));
    }

    [Fact]
    public void Everyone_has_it_without_what_is_for_editors_and_not_before_the_embargo_ends()
    {
        var made = PressRelease.Of(Garden with { Variants = new Dictionary<string, string> { ["town"] = "Our garden is open!" } }, "Europe/London").ToEveryone!;

        Assert.Equal("New garden opens\n\nThe Trust opens its garden today.", made.Text);
        Assert.Equal(("site town", Embargo, null, Embargo, "garden/everyone"), (string.Join(' ', made.Accounts), made.NotBefore, made.NotAfter, made.WantedAt, made.Key));
        Assert.Equal("Our garden is open!", made.Variants["town"]);
    }

    [Fact]
    public void What_its_author_wrote_above_it_is_told_once_and_from_the_time_that_binds()
    {
        var made = PressRelease.Of(Garden with { Text = "PRESS RELEASE\nEmbargoed until noon\n\n" + Garden.Text }, "Europe/London");

        Assert.Equal(PressRelease.Of(Garden, "Europe/London").ToPress.Text, made.ToPress.Text);
        Assert.Equal(PressRelease.Of(Garden, "Europe/London").ToEveryone!.Text, made.ToEveryone!.Text);
    }

    [Fact]
    public void What_binds_the_one_binds_the_other()
    {
        var made = PressRelease.Of(Garden with { Candour = true, Marks = ["clinical"], Kit = "garden", Key = null }, "Europe/London");

        Assert.All([made.ToPress, made.ToEveryone!], draft => Assert.Equal((true, "clinical", "garden", null), (draft.Candour, string.Join(' ', draft.Marks), draft.Kit, draft.Key)));
    }

    [Fact]
    public void For_the_press_alone_there_is_one_draft() => Assert.Null(PressRelease.Of(Garden with { Everyone = [] }, "Europe/London").ToEveryone);

    [Fact]
    public void One_line_is_its_title() => Assert.EndsWith(
        ": New garden opens\n\nNot for publication or broadcast before 10:00 on Friday 3 July 2026.",
        PressRelease.Of(Garden with { Text = "New garden opens" }, "Europe/Paris").ToPress.Text, StringComparison.Ordinal);

    [Fact]
    public void Without_words_a_list_or_words_for_an_embargo_it_is_refused_at_once()
    {
        Assert.Throws<ArgumentException>(() => PressRelease.Of(Garden with { Text = " " }, "Europe/London"));
        Assert.Throws<ArgumentException>(() => PressRelease.Of(Garden with { Press = [] }, "Europe/London"));
        Assert.Contains("'cy'", Assert.Throws<ArgumentException>(() => PressRelease.Of(Garden with { Language = "cy" }, "Europe/London")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PressRelease.Of(Garden, "Europe/Nowhere"));
    }
}
