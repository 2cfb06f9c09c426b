using CommsDesk.Configuration;

namespace CommsDesk.Commands;

/// <summary>Words that a person must give.</summary>
internal static class NotBlank
{
    /// <exception cref="ConfigException">They are blank.</exception>
    public static string Words(string? text, string what) =>
        string.IsNullOrWhiteSpace(text) ? throw new ConfigException($"{what} cannot be blank") : text;
}
