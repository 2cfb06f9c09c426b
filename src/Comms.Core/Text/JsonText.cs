using System.Globalization;
using System.Text.Json;

namespace Comms.Core.Text;

/// <summary>What JSON that people write by hand has in common.</summary>
internal static class JsonText
{
    /// <summary>The same without a byte-order mark, which some editors put in front.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> json) => json[MarkOf(json.Span)..];

    /// <inheritdoc cref="WithoutMark(ReadOnlyMemory{byte})"/>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> json) => json[MarkOf(json)..];

    /// <summary>Where a text is no JSON of the form wanted, and why.</summary>
    public static string Fault(JsonException fault) =>
        string.Create(CultureInfo.InvariantCulture, $"line {(fault.LineNumber ?? 0) + 1}: {fault.Path}: {fault.Message}");

    private static int MarkOf(ReadOnlySpan<byte> json) => json.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
}
