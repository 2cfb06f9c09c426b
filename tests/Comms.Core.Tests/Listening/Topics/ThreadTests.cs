using Comms.Core.Listening.Topics;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Listening.Topics;

public class ThreadTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Answers_and_what_they_answer_are_one_thread()
    {
        var threads = Threads.Of([Node("c", "b", 3), Node("a", null, 1), Node("x", null, 2), Node("b", "a", 2)]);

        Assert.Equal(["a b c", "x"], Written(threads));
    }

    [Fact]
    public void Answers_to_the_same_unheard_message_are_one_thread() =>
        Assert.Equal(["a b"], Written(Threads.Of([Node("b", "unheard", 2), Node("a", "unheard", 1)])));

    [Fact]
    public void The_same_id_on_two_sources_is_two_messages() =>
        Assert.Equal(["a", "b"], Written(Threads.Of([Node("a", null, 1), Node("b", "a", 2) with { Source = "elsewhere" }])));

    [Fact]
    public void Messages_that_answer_each_other_in_a_ring_end() =>
        Assert.Equal(["a b"], Written(Threads.Of([Node("a", "b", 1), Node("b", "a", 2)])));

    /// <summary>A thread is what can be reached by answers either way, counted here by walking.</summary>
    [Fact]
    public void Whatever_order_they_come_in_the_threads_are_the_same() =>
        Gen.Select(Gen.Int[-4, 11].Array[12], Gen.Shuffle(Enumerable.Range(0, 12).ToArray())).Sample((answers, order) =>
        {
            var nodes = answers.Select((answered, at) => Node(At(at), answered == at ? null : At(answered), at)).ToArray();

            var threads = Written(Threads.Of([.. order.Select(at => nodes[at])]));

            Assert.Equal(Written(Threads.Of(nodes)), threads);
            Assert.Equal(Walked(answers), threads.Count);
        });

    private static string At(int at) => at < 0 ? "unheard " + -at : at.ToString("D2", null);

    private static int Walked(int[] answers)
    {
        var seen = new HashSet<int>();
        var threads = 0;
        for (var at = 0; at < answers.Length; at++)
        {
            threads += seen.Contains(at) ? 0 : 1;
            var next = new Stack<int>([at]);
            while (next.TryPop(out var here))
            {
                if (seen.Add(here))
                {
                    foreach (var there in Enumerable.Range(0, answers.Length).Where(other => answers[other] == here || (here >= 0 && answers[here] == other)))
                    {
                        next.Push(there);
                    }

                    if (here >= 0)
                    {
                        next.Push(answers[here]);
                    }
                }
            }
        }

        return threads;
    }

    private static List<string> Written(IReadOnlyList<IReadOnlyList<HeardNode>> threads) =>
        [.. threads.Select(thread => string.Join(' ', thread.Select(node => node.Item)))];

    private static HeardNode Node(string item, string? answers, int minute) =>
        new(item, "town", item, answers, Voice: minute, Noon.AddMinutes(minute), Url: null, Asks: false, [], []);
}
