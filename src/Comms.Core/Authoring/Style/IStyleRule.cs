namespace Comms.Core.Authoring.Style;

/// <summary>One rule of style. Implementations are immutable.</summary>
internal interface IStyleRule
{
    string Name { get; }

    void Check(StyleReading reading, List<StyleFinding> findings);
}

/// <summary>All rules, with what a house adds to them.</summary>
internal static class StyleRules
{
    public static IReadOnlyList<IStyleRule> For(HouseStyle house) =>
    [
        new WordRule("words", StyleSeeds.Words, house.File.Allow),
        new WordRule("inclusive", StyleSeeds.Inclusive, house.File.Allow),
        new SuicideRule(house.File.Allow),
        new WordRule("contraction", StyleSeeds.Contractions, house.File.Allow),
        new WordRule("house", Own(house.File), []),
        new PassiveRule(),
        new SentenceRule(house.File.LongestSentence ?? StyleSeeds.Limits.LongestSentence),
        new HashtagRule(house.File.Hashtags),
        new AltTextRule(),
        new EmojiRule(),
        new ShoutingRule(),
        new AbbreviationRule(house.File.Abbreviations),
    ];

    private static WordsSeed Own(HouseFile file) =>
        new() { Guide = file.Name, Checked = StyleSeeds.Words.Checked, Entries = file.Words };
}
