using Comms.Core.Exercises.Playing;
using Comms.Core.Exercises.Scenarios;

namespace Comms.Core.Exercises.Publics;

/// <summary>Everyone outside: what the waves say, and the rumours among the simulated people.</summary>
internal sealed class Public
{
    private readonly Queue<PublicMessage> _waves;
    private readonly IReadOnlyList<(RumourFile Rumour, RumourSpread? Spread)> _rumours;

    public Public(ScenarioFile file)
    {
        _waves = new Queue<PublicMessage>(Waves.Write(file));
        _rumours =
        [
            .. file.Rumours.Select((rumour, index) => (
                rumour,
                file.Population is { } people ? new RumourSpread(rumour, people, SpreadRules.Shipped, file.Seed ^ ((ulong)(index + 1) << 32)) : null)),
        ];
    }

    /// <summary>Each rumour with how it spread; null without a population.</summary>
    public IReadOnlyList<(RumourFile Rumour, RumourSpread? Spread)> Rumours => _rumours;

    /// <summary>A post stands: whatever rumour it corrects, people may hear of it.</summary>
    public void See(Fact.Post post, TimeSpan at)
    {
        foreach (var (rumour, spread) in _rumours)
        {
            if (rumour.Says.All(post.Says))
            {
                spread?.Correct(at);
            }
        }
    }

    /// <summary>What was posted up to an offset since the last call, in order.</summary>
    public IReadOnlyList<PublicMessage> Until(TimeSpan offset, Func<PublicMessage, bool> posted)
    {
        var said = new List<PublicMessage>();
        while (_waves.TryPeek(out var next) && next.Offset <= offset)
        {
            _waves.Dequeue();
            if (posted(next))
            {
                said.Add(next);
            }
        }

        foreach (var (_, spread) in _rumours)
        {
            said.AddRange(spread?.Advance(offset) ?? []);
        }

        return [.. said.OrderBy(message => message.Offset).ThenBy(message => message.Id, StringComparer.Ordinal)];
    }
}
