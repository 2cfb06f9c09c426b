using Comms.Core.Channels;
using Comms.Core.Engagement;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Engagement;

public class Amplifications
{
    private static readonly string[] Names = ["@a", "@b", "@c", "@d", "@e"];

    private static readonly Gen<List<Interaction>> Anyone =
        Gen.Select(Gen.Int[0, Names.Length - 1], Gen.Int[-1, Names.Length - 1], Gen.Int[1, 20 * 7 * 24], Gen.Bool)
            .Select((who, towards, hours, answered) => Turn(Names[who], towards < 0 ? null : Names[towards], hours, answered))
            .List[5, 40];

    [Fact]
    public void Who_is_turned_to_brought_those_who_turned()
    {
        var scores = Acts.Score([Turn("@blogger", null), .. Readers(10).Select(reader => Turn(reader, "@blogger"))]);
        Assert.Equal(10, scores.Of("@blogger").Part("amplification").Sample);
        Assert.True(scores.Of("@blogger").Part("amplification").Value > 0);
        Assert.Equal(0, scores.Of("@reader3").Part("amplification").Value);
    }

    [Fact]
    public void Those_who_were_brought_by_somebody_brought_count_less()
    {
        Interaction[] chain = [Turn("@first", null), Turn("@second", "@first"), .. Readers(10).Select(reader => Turn(reader, "@second"))];
        var (first, second) = (Brought(chain, "@first"), Brought(chain, "@second"));
        Assert.InRange(first, double.Epsilon, second);
    }

    [Fact]
    public void Nothing_that_an_account_does_moves_whom_it_brings() => Gen.Select(Anyone, Anyone).Sample((all, more) =>
    {
        var others = all.Append(Turn("@a", null, 5)).ToList();
        var own = more.Select(act => act with { Account = "@a" });
        Assert.Equal(Brought(others, "@a"), Brought([.. others, .. own], "@a"), 1e-7);
    });

    [Fact]
    public void One_more_turn_to_an_account_never_lowers_what_it_brings() => Gen.Select(Anyone, Gen.Int[1, 4]).Sample((all, who) =>
    {
        List<Interaction> before = [.. all.Where(act => act.Account != Names[who]), Turn("@a", null, 5), Turn(Names[who], null, 20 * 7 * 24)];
        Assert.True(Brought([.. before, Turn(Names[who], "@a", 1)], "@a") >= Brought(before, "@a") - 1e-9);
    });

    [Fact]
    public void An_act_towards_somebody_never_lowers_the_own_score() => Gen.Select(Anyone, Gen.Int[-1, 4]).Sample((all, towards) =>
    {
        var before = all.Append(Turn("@a", null, 20 * 7 * 24)).ToList();
        var after = before.Append(Turn("@a", towards < 0 ? null : Names[towards], 0.5));
        Assert.True(Acts.Score(after).Of("@a").Total >= Acts.Score(before).Of("@a").Total - 1e-5);
    });

    [Fact]
    public void A_ring_that_turns_to_its_own_all_day_brings_less_than_one_person_does_whom_the_team_talks_with()
    {
        var ring = Enumerable.Range(0, 6).Select(at => $"@ring{at}").ToArray();
        var always = Enumerable.Range(0, 12 * 7).SelectMany(day => ring.Select((member, at) => Turn(member, ring[(at + 1) % ring.Length], 5.0 + (day * 24))));
        Interaction[] one = [Turn("@blogger", null), Turn("@reader", "@blogger", answered: true)];
        Assert.True(Brought([.. always, .. one], "@ring0") < Brought([.. always, .. one], "@blogger"));
    }

    [Fact]
    public void Who_is_deleted_brought_nobody_and_was_brought_by_nobody()
    {
        Interaction[] all = [Turn("@blogger", null), Turn("@other", null), .. Readers(4).Select(reader => Turn(reader, "@blogger"))];
        var without = all.Where(act => act.Account != "@reader0").ToList();
        Assert.Equal(3, Acts.Score(without).Of("@blogger").Part("amplification").Sample);
        Assert.True(Brought(without, "@blogger") < Brought(all, "@blogger"));
        Assert.Equal(0, Acts.Score(all.Where(act => act.Account != "@blogger")).Max(score => score.Part("amplification").Value));
    }

    private static IEnumerable<string> Readers(int count) => Enumerable.Range(0, count).Select(at => $"@reader{at}");

    private static double Brought(IEnumerable<Interaction> all, string account) => Acts.Score(all).Of(account).Part("amplification").Value;

    private static Interaction Turn(string account, string? towards, double hours = 24, bool answered = false) =>
        Acts.One(account, hours, Act.Comment, answered) with { Towards = towards };
}
