namespace Comms.Core.PostgreSql.Writing;

/// <summary>The last link of the chain; of an empty one, what its first link follows.</summary>
internal readonly record struct ChainEnd(long Sequence, byte[] Hash)
{
    public static ChainEnd Empty { get; } = new(0, new byte[32]);
}
