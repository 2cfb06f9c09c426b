namespace Comms.Core.Ledger.Stores;

/// <summary>The numbered scripts that bring a store to its layout, from the resources of the store they are compiled into.</summary>
internal static class Scripts
{
    private const int NumberDigits = 4;

    public static string[] InOrder() =>
        [.. typeof(Scripts).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal) && name[..NumberDigits].All(char.IsAsciiDigit))
            .Order(StringComparer.Ordinal)];

    public static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(Scripts).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
