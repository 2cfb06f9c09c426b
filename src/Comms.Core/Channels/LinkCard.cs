namespace Comms.Core.Channels;

/// <summary>A card for a link: what readers see of a page before they open it, where a channel does not make one itself.</summary>
/// <param name="Url">The page's address; it stands in the words, too.</param>
/// <param name="Title">Its title; not blank.</param>
/// <param name="Description">Its first words; may be empty.</param>
public sealed record LinkCard(string Url, string Title, string Description = "");
