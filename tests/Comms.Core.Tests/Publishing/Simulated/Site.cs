using Comms.Core.Channels;

namespace Comms.Core.Tests.Publishing.Simulated;

/// <summary>
/// The far end of one account, and the oracle: it keeps what readers see, and knows nothing of the ledger. How it takes the
/// same post twice is its idempotency class.
/// </summary>
internal sealed class Site(World world, string account, IdempotencyClass idempotency, TimeSpan? keyLifetime, bool askable)
{
    private readonly Dictionary<DeliveryKey, (DateTimeOffset Since, Receipt Receipt)> _keys = [];

    public string Account => account;

    public IdempotencyClass Idempotency => idempotency;

    public TimeSpan? KeyLifetime => keyLifetime;

    public bool Askable => askable;

    /// <summary>What readers see, in the order in which it appeared.</summary>
    public List<(DeliveryKey Key, string Text)> Shown { get; } = [];

    /// <summary>Called for everything that appears.</summary>
    public Action<DeliveryKey, string> Appears { get; set; } = (_, _) => { };

    public Receipt Take(DeliveryKey key, string text)
    {
        if (Remembers(key) is { } receipt)
        {
            return receipt;
        }

        Shown.Add((key, text));
        world.Note($"{account} shows {text}");
        Appears(key, text);
        receipt = new Receipt($"{account}/{Shown.Count}");
        _keys[key] = (world.Now, receipt);
        return receipt;
    }

    public ReadBack Find(DeliveryKey key) => _keys.TryGetValue(key, out var known) ? new ReadBack.Found(known.Receipt) : new ReadBack.Absent();

    /// <summary>A key is remembered for its lifetime, an id that was chosen for ever.</summary>
    private Receipt? Remembers(DeliveryKey key) =>
        idempotency is IdempotencyClass.ByKey or IdempotencyClass.CreateOnly
        && _keys.TryGetValue(key, out var known)
        && (idempotency == IdempotencyClass.CreateOnly || keyLifetime is not { } lifetime || world.Now < known.Since + lifetime)
            ? known.Receipt
            : null;
}
