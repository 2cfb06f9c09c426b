using Comms.Core.Scheduling;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Scheduling;

public class EvergreenTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_longest_rested_comes_first_and_one_that_never_was_before_all()
    {
        Evergreen[] pool = [new() { Id = "b", Last = Nine.AddDays(-90) }, new() { Id = "c" }, new() { Id = "a", Last = Nine.AddDays(-100) }];

        Assert.Equal(["c", "a", "b", null], EvergreenRotation.Fill(pool, [Nine, Nine.AddDays(1), Nine.AddDays(2), Nine.AddDays(3)]));
    }

    [Fact]
    public void Those_that_have_rested_as_long_come_by_name()
    {
        Evergreen[] pool = [new() { Id = "b" }, new() { Id = "c", Last = Nine.AddDays(-60) }, new() { Id = "a" }];

        Assert.Equal(["a", "b", "c"], EvergreenRotation.Fill(pool, [Nine, Nine, Nine]));
        Assert.Equal([null], EvergreenRotation.Fill([new() { Id = "c", Last = Nine.AddDays(-60).AddTicks(1) }], [Nine]));
        Assert.Throws<ArgumentNullException>(() => EvergreenRotation.Fill(null!, []));
        Assert.Throws<ArgumentNullException>(() => EvergreenRotation.Fill([], null!));
    }

    [Fact]
    public void What_a_person_must_read_again_waits() =>
        Assert.Equal(["a", null], EvergreenRotation.Fill([new() { Id = "a", Rest = TimeSpan.Zero, ReviewBy = Nine.AddDays(1) }], [Nine, Nine.AddDays(1)]));

    [Fact]
    public void None_comes_again_before_it_has_rested() =>
        Gen.Select(Gen.Int[0, 100].Array[1, 6], Gen.Int[1, 40]).Sample((rests, slots) =>
        {
            Evergreen[] pool = [.. rests.Select((days, at) => new Evergreen { Id = $"e{at}", Rest = TimeSpan.FromDays(days) })];
            DateTimeOffset[] times = [.. Enumerable.Range(0, slots).Select(day => Nine.AddDays(day))];
            var filled = EvergreenRotation.Fill(pool, times);

            foreach (var evergreen in pool)
            {
                var own = times.Where((_, at) => filled[at] == evergreen.Id).ToArray();
                Assert.All(own.Zip(own.Skip(1)), pair => Assert.True(pair.Second - pair.First >= evergreen.Rest));
            }
        }, iter: 200);
}
