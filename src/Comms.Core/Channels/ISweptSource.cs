namespace Comms.Core.Channels;

/// <summary>
/// A source that does not tell what was deleted there, and can be asked. A host asks it for what it heard lately, again and again,
/// so that what its author took back is gone from every display within a sweep.
/// </summary>
public interface ISweptSource : IMessageSource
{
    /// <summary>How many messages may be asked for at once; from 1 to 100. So many are asked for after each pause of the source.</summary>
    int MostAsked { get; }

    /// <summary>Says which messages nobody can see there any more: deleted, or hidden from this account.</summary>
    /// <param name="items">The source's ids of messages it gave, at most <see cref="MostAsked"/>.</param>
    /// <param name="cancel">Stops asking.</param>
    /// <returns>Those that are gone. One of which the source says nothing clear stands.</returns>
    /// <exception cref="ChannelException">The source could not be asked; all of them stand.</exception>
    ValueTask<IReadOnlyList<string>> FindGoneAsync(IReadOnlyList<string> items, CancellationToken cancel);
}
