using Comms.Core.Documents;

namespace Comms.Core.RoundUps;

/// <summary>What colleagues did of their own, and wish to be named for.</summary>
internal static class GoodWorkSection
{
    public static void Write(RoundUpPage page)
    {
        if (page.Request.GoodWork.Count == 0)
        {
            return;
        }

        page.Heading("Well done").Add(new ListBlock(
            [.. page.Request.GoodWork.Select(work => new InlineText(new Inline($"{work.Name}: "), new Inline(work.Title, Url: work.Url)))]));
        foreach (var work in page.Request.GoodWork)
        {
            page.Given($"{work.Name}: {work.Title}", "colleagues who wish to be named");
        }
    }
}
