using System.Security.Cryptography;
using System.Text.Json;

namespace Comms.Core.RoundUps.Reads;

/// <summary>What an edition says: the part that approval binds by its hash.</summary>
internal sealed record ReadContent(string Series, int Number, string Title, string Language, string? Standing, IReadOnlyList<ReadItem> Items)
{
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, ReadJson.Default.ReadContent)));
}
