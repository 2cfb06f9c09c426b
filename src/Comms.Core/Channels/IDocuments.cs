namespace Comms.Core.Channels;

/// <summary>
/// A channel that shows a post laid out as a page, as e-mail and a blog do: it honours <see cref="Rendition.Document"/>. One
/// without it is given words alone.
/// </summary>
public interface IDocuments : IChannel;
