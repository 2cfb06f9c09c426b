namespace Comms.Core.Ledger;

/// <summary>Makes a change that rests on what was read, again where others were quicker.</summary>
internal static class Attempts
{
    private const int Most = 5;

    /// <param name="what">What is changed, as “the case”.</param>
    /// <param name="change">Reads, decides and commits; null when others changed it meanwhile.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">Others changed it over and over.</exception>
    public static async ValueTask<T> UntilKeptAsync<T>(string what, Func<CancellationToken, ValueTask<T?>> change, CancellationToken cancel)
        where T : class
    {
        for (var attempt = 0; attempt < Most; attempt++)
        {
            if (await change(cancel).ConfigureAwait(false) is { } result)
            {
                return result;
            }
        }

        throw new LedgerException(LedgerFault.Unavailable, $"Others changed {what} again and again meanwhile; nothing was kept.");
    }
}
