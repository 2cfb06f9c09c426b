namespace CommsDesk.Configuration;

/// <summary>A configuration that cannot be used; names every fault at once.</summary>
internal sealed class ConfigException : Exception
{
    public ConfigException()
    {
    }

    public ConfigException(string message)
        : base(message)
    {
    }

    public ConfigException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ConfigException(string file, IEnumerable<string> faults)
        : base(string.Join(Environment.NewLine, faults.Select(fault => $"{file}: {fault}")))
    {
    }
}
