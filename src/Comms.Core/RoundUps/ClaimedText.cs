using System.Globalization;
using System.Text.RegularExpressions;
using Comms.Core.Documents;

namespace Comms.Core.RoundUps;

/// <summary>The words of a block that make claims. Percentages of a bar follow from its counts and are left out.</summary>
internal static partial class ClaimedText
{
    public static string Of(Block block) => block switch
    {
        Heading heading => heading.Text,
        Paragraph paragraph => paragraph.Text.ToString(),
        Callout callout => callout.Text.ToString(),
        ListBlock list => string.Join('\n', list.Items),
        LinkBlock link => link.Text,
        FigureRow row => string.Join('\n', row.Figures.Select(figure => $"{figure.Value} {figure.Label} {figure.Note}")),
        ShareBar bar => string.Join('\n', bar.Shares
            .Select(share => string.Create(CultureInfo.InvariantCulture, $"{share.Label}: {share.Count:N0}")).Prepend(bar.Caption)),
        Table table => string.Join('\n', table.Rows.Select(row => string.Join(' ', row))
            .Prepend(string.Join(' ', table.Columns.Select(column => column.Name))).Prepend(table.Caption)),
        ImageBlock image => image.Alt + "\n" + image.Caption,
        EmbedCard embed => embed.Text + "\n" + embed.Author,
        _ => "",
    };

    /// <summary>Every number in a text, as written.</summary>
    public static IReadOnlyList<string> Numbers(string text) => [.. Number().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\d+(?:[.,]\d+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
