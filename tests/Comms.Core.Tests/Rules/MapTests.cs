using System.Text.RegularExpressions;
using Comms.Core.Publishing;
using Xunit;

namespace Comms.Core.Tests.Rules;

public sealed partial class MapTests
{
    private static readonly string Map = Repository.Read("src", "README.md");

    public static TheoryData<string> Rooms { get; } =
        [.. Directory.EnumerateDirectories(Repository.PathOf("src", "Comms.Core")).Select(Path.GetFileName).OfType<string>()
            .Where(name => name is not ("bin" or "obj")).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_room_is_on_the_map(string room) => Assert.Contains($"| `{room}` |", Map, StringComparison.Ordinal);

    [Fact]
    public void The_map_names_no_room_that_is_not_there() =>
        Assert.Equal(Rooms.Select(row => row.Data).Order(StringComparer.Ordinal), Row().Matches(Map).Select(row => row.Groups["room"].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void The_drawing_of_a_delivery_is_what_the_code_allows()
    {
        var drawn = Step().Matches(Map)
            .Select(step => (Enum.Parse<DeliveryState>(step.Groups["from"].Value), Enum.Parse<DeliveryState>(step.Groups["to"].Value)))
            .Order();
        Assert.Equal(DeliveryTransitions.All.Order(), drawn);
    }

    [GeneratedRegex(@"^\| `(?<room>\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^ +(?<from>\w+) --> (?<to>\w+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Step();
}
