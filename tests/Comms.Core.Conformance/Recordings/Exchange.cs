using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Comms.Core.Conformance.Recordings;

/// <summary>One request and its answer, as a recording keeps them: without secrets, and with placeholders for what differs from run to run.</summary>
/// <param name="Method">As <c>POST</c>.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Request">The body; the hash of one that is no text. Null for none.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="Headers">Those of the answer that adapters read.</param>
/// <param name="Answer">The answer's body.</param>
internal sealed record Exchange(string Method, string Path, string? Request, int Status, IReadOnlyDictionary<string, string> Headers, string Answer)
{
    public bool Asks(Exchange other) => (Method, Path, Request) == (other.Method, other.Path, other.Request);

    public override string ToString() => $"{Method} {Path} {Request}";
}

/// <summary>A session with a server: what was asked and answered, in order, and when.</summary>
/// <param name="Server">What answered, with its version.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Key">The key of its posts, by which adapters name what they make.</param>
/// <param name="Exchanges">In order.</param>
internal sealed record Session(string Server, DateTimeOffset At, string Key, IReadOnlyList<Exchange> Exchanges);

/// <summary>What stands in a recording in the place of a name that differs from run to run, as an address or an account.</summary>
internal sealed partial class Placeholders(params (string Name, string Value)[] names)
{
    /// <summary>The longest first, so that a name within another does not break it.</summary>
    private readonly (string Name, string Value)[] names = [.. names.OrderByDescending(one => one.Value.Length)];

    /// <summary>The same, and as they stand in an address, or in JSON of PHP.</summary>
    private readonly (string Name, string Value)[] hidden =
        [.. names.SelectMany(one => new[] { one, (one.Name, Uri.EscapeDataString(one.Value)), (one.Name, one.Value.Replace("/", "\\/", StringComparison.Ordinal)) }).DistinctBy(one => one.Item2).OrderByDescending(one => one.Item2.Length)];

    public string Hide(string text) => Token().Replace(hidden.Aggregate(text, (said, one) => said.Replace(one.Value, one.Name, StringComparison.Ordinal)), "a-token");

    public string Show(string text) => names.Aggregate(text, (said, one) => said.Replace(one.Name, one.Value, StringComparison.Ordinal));

    /// <summary>A body as it is compared: text as it stands, anything else by its hash; the boundary of a form is chance.</summary>
    public string? Body(byte[] bytes, string? type)
    {
        if (bytes.Length == 0)
        {
            return null;
        }

        var kind = MediaTypeHeaderValue.TryParse(type, out var parsed) ? parsed : null;
        if (kind?.MediaType is { } media && (media.Contains("json", StringComparison.Ordinal) || media.StartsWith("text/", StringComparison.Ordinal)))
        {
            return Hide(Encoding.UTF8.GetString(bytes));
        }

        var boundary = kind?.Parameters.FirstOrDefault(one => one.Name == "boundary")?.Value?.Trim('"');
        var same = boundary is null ? bytes : Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace(boundary, "boundary", StringComparison.Ordinal));
        return $"{kind?.MediaType} {Convert.ToHexStringLower(SHA256.HashData(same))}";
    }

    /// <summary>A JSON Web Token, which signs somebody in.</summary>
    [GeneratedRegex(@"eyJ[\w-]+\.[\w-]+\.[\w-]+")]
    private static partial Regex Token();
}
