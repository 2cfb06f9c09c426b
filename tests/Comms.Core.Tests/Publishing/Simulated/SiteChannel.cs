using System.Text;
using Comms.Core.Channels;

namespace Comms.Core.Tests.Publishing.Simulated;

/// <summary>A process's way to a site: what it sends goes on its way even when the process is killed, and answers come back only to a process that lives.</summary>
internal class SiteChannel(World world, Weather weather, Process process, Site site) : IChannel
{
    public ChannelAccount Account { get; } = new() { Id = site.Account, Channel = "simulated" };

    public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => AskAsync(
        weather.OfQuestion(),
        () => new ChannelTraits
        {
            Version = "1",
            Source = "the simulation",
            Checked = new DateOnly(2026, 11, 23),
            Idempotency = site.Idempotency,
            KeyLifetime = site.KeyLifetime,
        },
        cancel);

    public ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel) =>
        AskAsync(weather.OfQuestion(), () => new PreparedPost { Bytes = Encoding.UTF8.GetBytes(rendition.Text) }, cancel);

    public async ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel)
    {
        if (world.Now > context.Deadline)
        {
            world.Violate($"{process.Name} sends {Encoding.UTF8.GetString(post.Bytes.Span)} after the deadline of its intent");
        }

        var fate = weather.OfSend();
        world.Note($"{process.Name} sends {Encoding.UTF8.GetString(post.Bytes.Span)}: {fate}");
        if (fate is Fate.Busy or Fate.Refused)
        {
            return await AskAsync<SendOutcome>(Fate.Fine, () => fate == Fate.Refused ? new SendOutcome.Rejected("refused") : Busy(), cancel);
        }

        return await AskAsync<SendOutcome>(fate, () => new SendOutcome.Accepted(site.Take(key, Encoding.UTF8.GetString(post.Bytes.Span))), cancel);
    }

    protected ValueTask<T> AskAsync<T>(Fate fate, Func<T> serve, CancellationToken cancel)
    {
        var answer = new TaskCompletionSource<T>();

        // One call in ten does not hear that it is to stop.
        if (!world.Chance.OneIn(10))
        {
            cancel.Register(() => answer.TrySetCanceled(cancel));
        }

        world.In(weather.Hop(), () => Arrive(fate, serve, answer));
        return new ValueTask<T>(answer.Task);
    }

    private void Arrive<T>(Fate fate, Func<T> serve, TaskCompletionSource<T> answer)
    {
        var reached = fate is Fate.Fine or Fate.AnswerLost or Fate.AnswerLostInSilence;
        var served = reached ? serve() : default;
        if (fate is Fate.Fine)
        {
            world.In(weather.Hop(), () => answer.TrySetResult(served!), process);
        }
        else if (fate is Fate.RequestLost or Fate.AnswerLost or Fate.Busy)
        {
            world.In(weather.Hop(), () => answer.TrySetException(new ChannelException(fate.ToString())), process);
        }
    }

    private SendOutcome.NotSent Busy() => new("busy", world.Chance.Of<TimeSpan?>([null, TimeSpan.Zero, TimeSpan.FromSeconds(-5), TimeSpan.FromSeconds(90)]));
}

/// <summary>A site that can be asked what stands.</summary>
internal sealed class AskableSiteChannel(World world, Weather weather, Process process, Site site)
    : SiteChannel(world, weather, process, site), IReadBack
{
    private readonly Site _site = site;
    private readonly Weather _weather = weather;

    public ValueTask<ReadBack> FindAsync(Attempt attempt, CancellationToken cancel) =>
        AskAsync(_weather.OfQuestion(), () => _site.Find(attempt.Key), cancel);
}
