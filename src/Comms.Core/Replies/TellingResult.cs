namespace Comms.Core.Replies;

/// <summary>What came of wishing to tell those who asked.</summary>
public abstract record TellingResult
{
    private TellingResult()
    {
    }

    /// <summary>Everyone was looked at.</summary>
    /// <param name="Report">Who can be told, and who cannot.</param>
    public sealed record Drafted(TellingReport Report) : TellingResult;

    /// <summary>Nothing was kept.</summary>
    /// <param name="Reasons">Why, in words; never empty.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : TellingResult;
}
