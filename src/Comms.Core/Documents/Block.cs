using System.Text.Json.Serialization;

namespace Comms.Core.Documents;

/// <summary>
/// One part of a <see cref="Document"/>. The family is closed: each renderer must show each block, and there is no
/// block that could say script, an event handler or a remote frame.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Callout), "callout")]
[JsonDerivedType(typeof(Quote), "quote")]
[JsonDerivedType(typeof(MessageCard), "message")]
[JsonDerivedType(typeof(ListBlock), "list")]
[JsonDerivedType(typeof(LinkBlock), "link")]
[JsonDerivedType(typeof(ImageBlock), "image")]
[JsonDerivedType(typeof(EmbedCard), "embed")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(FigureRow), "figures")]
[JsonDerivedType(typeof(ShareBar), "shares")]
public abstract record Block
{
    private protected Block()
    {
    }

    // Being internal and abstract, it also keeps foreign blocks out: no type outside can implement it.
    internal abstract void ShowOn(IBlockWriter page);
}

