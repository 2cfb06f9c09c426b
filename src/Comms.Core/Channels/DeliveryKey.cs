namespace Comms.Core.Channels;

/// <summary>
/// The stable name of one effect: one account, one part of one approved post, one recipient. The same delivery has the
/// same key on every host and after every crash, so a channel that honours keys can never show it twice.
/// </summary>
/// <param name="Value">32 lower-case hexadecimal digits.</param>
public readonly record struct DeliveryKey(string Value)
{
    /// <summary>The digits.</summary>
    public override string ToString() => Value;
}
