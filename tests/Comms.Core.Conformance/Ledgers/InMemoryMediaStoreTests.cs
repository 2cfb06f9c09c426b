using Comms.Core.Ledger;
using Comms.Core.Testing.Ledgers;

namespace Comms.Core.Conformance.Ledgers;

public sealed class InMemoryMediaStoreTests : MediaStoreConformance
{
    protected override ValueTask<IMediaStore> OpenAsync() => ValueTask.FromResult<IMediaStore>(new InMemoryMediaStore());
}
