using Comms.Core.Documents;
using Xunit;

namespace Comms.Core.Tests.RoundUps;

public class GoldenEditions
{
    [Theory]
    [InlineData(DocumentFormat.Markdown, "maternity.md")]
    [InlineData(DocumentFormat.Html, "maternity.html")]
    [InlineData(DocumentFormat.Email, "maternity.email.html")]
    [InlineData(DocumentFormat.PlainText, "maternity.txt")]
    public void A_round_up_reads_as_the_file_beside_this_test(DocumentFormat format, string file)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "RoundUps", "Golden");
        var rendered = DocumentRenderer.RenderUtf8(SampleWeek.Compose().Document, format);
        File.WriteAllBytes(Path.Combine(AppContext.BaseDirectory, file + ".received"), rendered);
        Assert.Equal(File.ReadAllBytes(Path.Combine(folder, file)), rendered);
    }
}
