namespace CommsDesk.Configuration;

/// <summary>Where a secret is, as a configuration names it.</summary>
internal static class SecretReference
{
    private const string InFile = "file:";

    /// <summary>A file by its whole path, so that it is found wherever the desk is started; anything else as it stands.</summary>
    public static string? From(string? text, Func<string, string> absolute) =>
        text is not null && text.StartsWith(InFile, StringComparison.Ordinal) ? InFile + absolute(text[InFile.Length..]) : text;
}
