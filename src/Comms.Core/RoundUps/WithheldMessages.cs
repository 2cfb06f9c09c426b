namespace Comms.Core.RoundUps;

/// <summary>Which messages are in restricted cases, and so in nothing that all alike may read. Cases says; the engine hands it in.</summary>
/// <param name="AllAsync">The ids of all of them; reads every case.</param>
/// <param name="HasAsync">Whether the message of an id is among them; reads its case alone.</param>
internal sealed record WithheldMessages(
    Func<CancellationToken, ValueTask<IReadOnlySet<string>>> AllAsync, Func<string, CancellationToken, ValueTask<bool>> HasAsync);
