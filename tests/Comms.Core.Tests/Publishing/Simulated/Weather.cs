using Comms.Core.Text;

namespace Comms.Core.Tests.Publishing.Simulated;

/// <summary>What goes wrong on the way of one call.</summary>
internal enum Fate
{
    Fine,
    RequestLost,
    RequestLostInSilence,
    AnswerLost,
    AnswerLostInSilence,
    Busy,
    Refused,
}

/// <summary>How rough a world is: each seed has its own, from calm to a storm. It ends before the world is judged.</summary>
internal sealed class Weather(Chance chance)
{
    private readonly int _losses = chance.Of([0, 2, 5, 15]);
    private readonly int _kills = chance.Of([0, 0, 2000, 500, 120]);
    private readonly int _freezes = chance.Of([0, 0, 1500, 200]);
    private readonly bool _instant = chance.OneIn(4);

    /// <summary>Whether the clocks of the hosts are off.</summary>
    public bool ClocksAreOff { get; } = chance.OneIn(2);

    public bool Over { get; set; }

    public bool Kills => !Over && _kills > 0 && chance.OneIn(_kills);

    public bool Freezes => !Over && _freezes > 0 && chance.OneIn(_freezes);

    /// <summary>How long a message is on its way, one way: mostly not at all or little.</summary>
    public TimeSpan Hop() =>
        _instant ? TimeSpan.Zero
        : !Over && chance.OneIn(50) ? TimeSpan.FromSeconds(chance.Below(40))
        : TimeSpan.FromMilliseconds(chance.Below(4) * chance.Below(200));

    public Fate OfLedger() => Lost() ? chance.Of([Fate.RequestLost, Fate.AnswerLost]) : Fate.Fine;

    public Fate OfSend() => Lost()
        ? chance.Of([Fate.RequestLost, Fate.RequestLostInSilence, Fate.AnswerLost, Fate.AnswerLostInSilence, Fate.Busy, Fate.Refused])
        : Fate.Fine;

    public Fate OfQuestion() => Lost() ? chance.Of([Fate.RequestLost, Fate.RequestLostInSilence, Fate.AnswerLost, Fate.Busy]) : Fate.Fine;

    private bool Lost() => !Over && _losses > 0 && chance.Below(100) < _losses;
}
