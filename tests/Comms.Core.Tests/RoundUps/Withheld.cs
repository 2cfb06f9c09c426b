using Comms.Core.RoundUps;

namespace Comms.Core.Tests.RoundUps;

/// <summary>Messages that are in restricted cases, without the cases.</summary>
internal static class Withheld
{
    public static WithheldMessages Of(params IEnumerable<string> ids) => new(
        _ => ValueTask.FromResult<IReadOnlySet<string>>(ids.ToHashSet()), (id, _) => ValueTask.FromResult(ids.Contains(id)));
}
