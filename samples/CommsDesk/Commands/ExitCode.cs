namespace CommsDesk.Commands;

/// <summary>What a command ends with. Scripts rely on it.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, but some input was set aside.</summary>
    public const int SetAside = 1;

    /// <summary>An exercise was played to its end, and something that must be done was missed.</summary>
    public const int Missed = 1;

    /// <summary>Wrong usage, or nothing could be done.</summary>
    public const int Nothing = 2;
}
