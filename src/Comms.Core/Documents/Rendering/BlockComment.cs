using System.Collections.Frozen;

namespace Comms.Core.Documents.Rendering;

/// <summary>A comment by which WordPress's editor knows where a block begins or ends. There are no others than these.</summary>
internal sealed class BlockComment
{
    public const string Start = "<!-- ";
    public const string End = " -->";

    public static readonly BlockPair Paragraph = new("paragraph");
    public static readonly BlockPair Bullets = new("list");
    public static readonly BlockPair Numbers = new("list", """{"ordered":true}""");
    public static readonly BlockPair Item = new("list-item");
    public static readonly BlockPair Quote = new("quote");
    public static readonly BlockPair Image = new("image");
    public static readonly BlockPair Table = new("table", """{"hasFixedLayout":false}""");

    private static readonly BlockPair[] Headings =
    [
        new("heading"), new("heading", """{"level":3}"""), new("heading", """{"level":4}"""), new("heading", """{"level":5}"""), new("heading", """{"level":6}"""),
    ];

    private BlockComment(string text) => Text = text;

    /// <summary>Every comment there is: the proof lets no other pass.</summary>
    public static FrozenSet<string> Known { get; } =
        ((BlockPair[])[Paragraph, Bullets, Numbers, Item, Quote, Image, Table, .. Headings]).SelectMany(pair => new[] { pair.Opening.Text, pair.Closing.Text })
        .ToFrozenSet(StringComparer.Ordinal);

    public string Text { get; }

    /// <param name="level">From 2 to 6.</param>
    public static BlockPair Heading(int level) => Headings[level - 2];

    /// <summary>The two comments around a block.</summary>
    internal sealed class BlockPair(string name, string? attributes = null)
    {
        public BlockComment Opening { get; } = new($"{Start}wp:{name}{(attributes is null ? "" : " " + attributes)}{End}");

        public BlockComment Closing { get; } = new($"{Start}/wp:{name}{End}");
    }
}
