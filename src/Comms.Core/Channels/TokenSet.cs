using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Comms.Core.Channels;

/// <summary>An account's access token, with what renews it. Kept as one secret, so that all hosts of the account share it.</summary>
public sealed record TokenSet
{
    /// <summary>What a request is sent with.</summary>
    public required string AccessToken { get; init; }

    /// <summary>What a new set is asked for with; null where there is none, as for a platform that renews the access token itself.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>When the access token ends; null when that is not known.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>
    /// Reads a secret: a JSON object with <c>accessToken</c> and, where there are such, <c>refreshToken</c> and <c>expiresAt</c>;
    /// anything else is an access token alone.
    /// </summary>
    /// <param name="secret">As a credential source gives it.</param>
    /// <param name="reference">Its name, for the message.</param>
    /// <exception cref="ChannelException">It is an object of another kind; the message names no secret.</exception>
    public static TokenSet Parse(string secret, string reference)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);
        if (!secret.TrimStart().StartsWith('{'))
        {
            return new TokenSet { AccessToken = secret.Trim() };
        }

        try
        {
            return JsonSerializer.Deserialize(secret, TokenJson.Default.TokenSet)
                ?? throw new ChannelException($"{reference} holds no tokens; a person must set it");
        }
        catch (JsonException fault)
        {
            throw new ChannelException($"{reference} holds no tokens: line {fault.LineNumber + 1}, at {fault.Path}; a person must set it");
        }
    }

    /// <summary>The secret that <see cref="Parse"/> reads.</summary>
    public string ToSecret() => JsonSerializer.Serialize(this, TokenJson.Default.TokenSet);

    /// <summary>When it ends, and none of its tokens: what is printed is read by many.</summary>
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("ExpiresAt = ").Append(ExpiresAt?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        return true;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(TokenSet))]
internal sealed partial class TokenJson : JsonSerializerContext;
