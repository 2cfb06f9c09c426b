using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;
using YamlDotNet.Serialization;

namespace Comms.Core.Tests.Text.Conformance;

/// <summary>
/// Reads the public cases of twitter-text (YAML) and of the AT Protocol (a test in TypeScript). They are not ours and stay
/// outside: a variable of the environment names the folder or file, and without it the tests are skipped.
/// </summary>
internal static partial class PublicCases
{
    private const string TwitterText = "COMMS_TWITTER_TEXT";
    private const string RichText = "COMMS_ATPROTO_RICH_TEXT";

    /// <summary>The rows of a section of a file of twitter-text's conformance folder.</summary>
    public static IReadOnlyList<Dictionary<object, object>> Yaml(string file, string section)
    {
        var path = Path.Combine(Named(TwitterText, "the folder conformance of github.com/twitter/twitter-text"), file);
        var root = new DeserializerBuilder().Build().Deserialize<Dictionary<string, Dictionary<string, List<Dictionary<object, object>>>>>(File.ReadAllText(path));
        return root["tests"][section];
    }

    /// <summary>The array literals that follow a name in the AT Protocol's test, as JSON.</summary>
    public static IReadOnlyList<JsonElement> Script(string name)
    {
        var path = Named(RichText, "packages/api/tests/rich-text-detection.test.ts of github.com/bluesky-social/atproto");
        var script = File.ReadAllText(path);
        return [.. Regex.Matches(script, $@"const {name}\b[^=]*= (?=\[)").Select(match => Json(Literal(script, match.Index + match.Length)))];
    }

    private static string Named(string variable, string what)
    {
        var path = Environment.GetEnvironmentVariable(variable);
        Assert.SkipWhen(path is null, $"{variable} does not name {what}.");
        return path!;
    }

    private static string Literal(string script, int start)
    {
        var depth = 0;
        for (var at = start; ; at++)
        {
            at = script[at] == '\'' ? TextEnd(script, at) : at;
            depth += script[at] == '[' ? 1 : script[at] == ']' ? -1 : 0;
            if (depth == 0)
            {
                return script[start..(at + 1)];
            }
        }
    }

    private static int TextEnd(string script, int quote)
    {
        var at = quote + 1;
        while (script[at] != '\'')
        {
            at += script[at] == '\\' ? 2 : 1;
        }

        return at;
    }

    private static JsonElement Json(string literal)
    {
        var json = new StringBuilder();
        for (var at = 0; at < literal.Length; at++)
        {
            if (literal[at] == '\'')
            {
                var end = TextEnd(literal, at);
                var text = literal[(at + 1)..end].Replace("\\'", "'", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
                json.Append('"').Append(text).Append('"');
                at = end;
            }
            else
            {
                json.Append(literal[at]);
            }
        }

        var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
        return JsonElement.Parse(Key().Replace(json.ToString(), "\"$1\":"), options);
    }

    [GeneratedRegex("(byteStart|byteEnd):")]
    private static partial Regex Key();
}
