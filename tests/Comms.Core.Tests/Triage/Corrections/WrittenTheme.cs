namespace Comms.Core.Tests.Triage.Corrections;

/// <summary>Messages put together from written parts: about a theme that no model knows, and about all the rest.</summary>
internal static class WrittenTheme
{
    public const string Name = "Cycling";

    private static readonly string[] Things =
    [
        "the bike shed by the main door", "the cycle rack at the side entrance", "the shelter for bikes", "cycle storage for staff and visitors",
        "the bicycle stands near outpatients", "the lockers for cyclists", "the cycle path to the hospital", "the pump for bicycle tyres",
    ];

    private static readonly string[] Findings =
    [
        "was full again this morning", "has no light at night", "needs a lock that works", "is full of rain water", "could be nearer to the ward",
        "had been broken into when I came back", "is a good idea and well kept", "was closed without a sign",
    ];

    private static readonly string[] Others =
    [
        "the food on the ward", "the waiting room", "my appointment letter", "the car park by the main door", "the nurse at the desk",
        "the ticket machine near outpatients", "the physiotherapist", "the lift to the ward", "the shop at the side entrance", "the path from the bus stop",
        "the bed by the window", "the blood test clinic", "the night staff", "the tablets I was given", "the booking line for visitors", "the smoking shelter",
    ];

    private static readonly string[] Ends =
    [
        "", " I told the desk.", " Please look into it.", " Thank you all the same.", " My mother said so too.", " It is the second time this month.",
        " Otherwise a good visit.", " I waited three hours.", " The doctor was kind.", " I come every week.",
    ];

    /// <summary>One in four about the theme; every one is different, and the order is the same each time.</summary>
    public static IEnumerable<(string Text, bool About)> Messages()
    {
        var about = All(Things).ToArray();
        var others = All(Others).ToArray();
        for (var i = 0; i < others.Length; i++)
        {
            if (i % 3 == 0)
            {
                // 211 and 389 share no divisor with the numbers of messages: the parts are mixed.
                yield return (about[i / 3 * 211 % about.Length], true);
            }

            yield return (others[i * 389 % others.Length], false);
        }
    }

    private static IEnumerable<string> All(string[] things) =>
        from thing in things
        from finding in Findings
        from end in Ends
        select $"{char.ToUpperInvariant(thing[0])}{thing[1..]} {finding}.{end}";
}
