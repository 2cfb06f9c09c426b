using System.Text.Json;
using Comms.Core.Channels;

namespace Comms.Core.Tests.Triage;

/// <summary>Thousands of messages, the same every time: the seed week, the written flag cases, and sentences put together.</summary>
internal static class ManyMessages
{
    private static readonly string[] Openings =
    [
        "", "Hello, ", "I just want to say that ", "Honestly, ", "As a parent I am worried: ", "Thank you! ", "Please help, ", "Not happy: ",
    ];

    private static readonly string[] Middles =
    [
        "the nurses on the ward were kind and patient", "we waited six hours in A&E and nobody told us anything",
        "the car park machine took my money again", "my dad was left in pain all night", "the food was cold but the staff were lovely",
        "nobody answers the phone at the surgery", "my appointment letter came after the appointment",
        "the midwife explained everything clearly", "the toilets were filthy and there was no soap",
        "I could not understand what the doctor said", "reception was rude to my mum", "the new website is not easy to use",
        "how much did you spend on agency nurses last year", "I wish to make a formal complaint about my discharge",
        "he hits me and I am frightened to go home", "I want to end my life and no one rings back",
    ];

    private static readonly string[] Endings =
    [
        ".", "!", " and I am grateful.", " and it is a disgrace.", ", but overall it was fine.", " Why?", " :(", " 😀",
        " It has not been good at all.", " Could you look into it please?", " I will never come back here again.", " Diolch yn fawr.",
        " Nothing was wrong.", " Best wishes to everyone on the team.", " My son is only nine.", " This has happened twice.",
    ];

    /// <summary>Each with its author and its source.</summary>
    public static IEnumerable<SourceItem> All => Week.Concat(Cases.Concat(Templates).Select((text, number) => new SourceItem
    {
        Id = number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Text = text,
        At = new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero),
    }));

    public static IEnumerable<SourceItem> Week =>
        from line in File.ReadLines(Repository.PathOf("seeds", "week", "messages.jsonl"))
        let row = JsonElement.Parse(line)
        let author = row.TryGetProperty("author", out var known) ? known : default
        select new SourceItem
        {
            Id = row.GetProperty("id").GetString()!,
            Text = row.GetProperty("text").GetString()!,
            At = row.GetProperty("at").GetDateTimeOffset(),
            Author = author.ValueKind == JsonValueKind.Object
                ? new Author(author.GetProperty("handle").GetString()!, Kind: author.GetProperty("kind").GetString()!)
                : null,
        };

    public static IEnumerable<string> Cases =>
        from file in new[] { "flags-before.tsv", "flags-after.tsv" }
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Triage", "Cases", file))
        let fields = line.Split('\t')
        where fields.Length == 3
        select fields[2];

    private static IEnumerable<string> Templates =>
        from opening in Openings from middle in Middles from ending in Endings select opening + middle + ending;
}
