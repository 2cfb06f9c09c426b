using Comms.Core.Documents;
using Comms.Core.Documents.Rendering;
using Comms.Core.Text;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Documents;

public class CardWords
{
    private static readonly Gen<string> Texts = Gen.Char["ab 1.>\n\t\r\u0007\u2019\u202E👩·"].Array[0, 20].Select(letters => new string(letters));

    private static readonly Gen<string?> Maybe = Gen.OneOf(Gen.Const((string?)null), Texts.Select(text => (string?)text));

    [Fact]
    public void A_card_has_as_many_words_as_are_read_on_it() => Gen.Select(Texts, Maybe, Maybe, Maybe, Texts.Array[0, 2], Gen.Bool).Sample((text, author, source, alert, marks, timed) =>
    {
        var card = new MessageCard(text, author, "https://a.example/1", timed ? new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero) : null)
        {
            Source = source,
            Alert = alert,
            Marks = marks,
            Tone = Tone.Negative,
            Others = [.. marks.Select(mark => new CardLink("x" + mark, null))],
        };

        Assert.Equal(ReadingTime.Words(PlainTextRenderer.Render(card)), PlainTextRenderer.Words(card));
    });
}
