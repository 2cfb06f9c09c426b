using System.Text.Json;
using System.Text.Json.Serialization;
using Comms.Core.Text;

namespace Comms.Core.Stories.Embeds;

/// <summary>Who tells by oEmbed what stands on a page, and where to ask, from dated data. Immutable and safe to share between threads.</summary>
public sealed class EmbedProviders
{
    private const string ShippedName = "embeds/providers.json";
    private static readonly Lazy<EmbedProviders> LazyShipped = new(ReadShipped);

    private readonly (string Endpoint, PagePattern[] Pages)[] _providers;

    private EmbedProviders(IEnumerable<Provider> providers) => _providers =
    [
        .. providers.Select(provider => (provider.Endpoint, provider.Pages.Select(pattern =>
            PagePattern.Read(pattern) ?? throw new CommsException($"The providers cannot be read: “{pattern}” is no pattern of addresses.")).ToArray())),
    ];

    /// <summary>The public list as this package has it.</summary>
    public static EmbedProviders Shipped => LazyShipped.Value;

    /// <summary>Reads a list in the form of <c>seeds/embeds/providers.json</c>.</summary>
    /// <param name="json">UTF-8; read to its end, not closed.</param>
    /// <exception cref="CommsException">The list cannot be read; the message says why.</exception>
    public static EmbedProviders Read(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return new EmbedProviders(JsonSerializer.Deserialize(json, ProviderJson.Default.ProviderFile)!.Providers);
        }
        catch (JsonException fault)
        {
            throw new CommsException($"The providers cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Where to ask what stands on a page.</summary>
    /// <param name="page">The page's address.</param>
    /// <returns>The address of the question; null where no provider of the list knows the page.</returns>
    public Uri? QuestionOf(Uri page)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (page is not { IsAbsoluteUri: true, Scheme: "https" or "http" })
        {
            return null;
        }

        var found = Array.Find(_providers, provider => Array.Exists(provider.Pages, pattern => pattern.Has(page)));
        return found.Endpoint is null ? null
            : new Uri($"{found.Endpoint}{(found.Endpoint.Contains('?', StringComparison.Ordinal) ? '&' : '?')}url={Uri.EscapeDataString(page.AbsoluteUri)}&format=json");
    }

    private static EmbedProviders ReadShipped()
    {
        using var stream = TextData.Open(ShippedName);
        return Read(stream);
    }
}

internal sealed record ProviderFile(int Version, IReadOnlyList<Provider> Providers);

internal sealed record Provider(string Name, string Endpoint, IReadOnlyList<string> Pages);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ProviderFile))]
internal sealed partial class ProviderJson : JsonSerializerContext;
