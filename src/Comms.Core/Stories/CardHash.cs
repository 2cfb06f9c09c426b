using System.Security.Cryptography;
using System.Text.Json;
using Comms.Core.Documents;

namespace Comms.Core.Stories;

/// <summary>What a card says, as one number: the SHA-256 of its JSON as a story is exported, without blanks between members.</summary>
internal static class CardHash
{
    public static string Of(Block card) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(card, StoryForms.Compact.Block)));
}
