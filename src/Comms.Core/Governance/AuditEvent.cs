using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Comms.Core.Ledger;

namespace Comms.Core.Governance;

/// <summary>What goes into the payload of a link: who did what to what, and when. Never the text of a message.</summary>
internal sealed record AuditEvent(DateTimeOffset At, string Actor, string Act, string Subject, string? Detail)
{
    public static ChainEntry Entry(DateTimeOffset at, Actor actor, string act, RecordKey subject, string? detail = null) => new()
    {
        Payload = JsonSerializer.SerializeToUtf8Bytes(
            new AuditEvent(at, actor.Id, act, subject.ToString(), detail), AuditJson.Default.AuditEvent),
        Salt = RandomNumberGenerator.GetBytes(ChainEntry.SaltLength),
    };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AuditEvent))]
internal sealed partial class AuditJson : JsonSerializerContext;
