using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace Comms.Core.Text;

/// <summary>The alphabet of text messages and what replaces letters that it lacks, from dated data.</summary>
internal sealed class SmsRules
{
    private readonly HashSet<char> _alphabet;
    private readonly HashSet<char> _extension;
    private readonly HashSet<char> _kept;
    private readonly SmsFile _file;

    private SmsRules(SmsFile file)
    {
        _file = file;
        _alphabet = [.. file.Alphabet];
        _extension = [.. file.Extension];
        _kept = [.. file.Kept];
    }

    public static SmsRules Shipped { get; } = new(TextData.Read("platforms/sms.json", SmsJson.Default.SmsFile));

    public SmsLimits SeptetLimits => _file.Septets;

    public SmsLimits Utf16Limits => _file.Utf16;

    /// <summary>How many septets a letter has: 1, or 2 in the extension; 0 when the alphabet lacks it.</summary>
    public int Septets(char letter) => _alphabet.Contains(letter) ? 1 : _extension.Contains(letter) ? 2 : 0;

    public string Replace(string text)
    {
        var replaced = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            replaced.Append(rune.IsBmp ? Replace((char)rune.Value) : _file.Other);
        }

        return replaced.ToString();
    }

    private string Replace(char letter)
    {
        if (Septets(letter) > 0 || _kept.Contains(letter))
        {
            return letter.ToString();
        }

        if (_file.Replaced.TryGetValue(letter.ToString(), out var known))
        {
            return known;
        }

        var parts = char.IsSurrogate(letter) ? [] : Composition.Decompose(letter);
        var isAccented = parts.Count > 1 && parts[0] <= char.MaxValue && Septets((char)parts[0]) > 0 && IsMark(parts[1]);
        return isAccented ? ((char)parts[0]).ToString() : _file.Other;
    }

    private static bool IsMark(int rune) => CharUnicodeInfo.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;
}

internal sealed record SmsFile(
    int Version, string Alphabet, string Extension, SmsLimits Septets, SmsLimits Utf16, string Kept, IReadOnlyDictionary<string, string> Replaced, string Other);

internal sealed record SmsLimits(int One, int Each);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SmsFile))]
internal sealed partial class SmsJson : JsonSerializerContext;
