using Xunit;

namespace Comms.Core.EndToEnd.Packaging;

/// <summary>Packs once for all tests of the packages.</summary>
[CollectionDefinition(Name)]
public sealed class PackedFeedCollection : ICollectionFixture<PackedFeed>
{
    public const string Name = "packages";
}
