namespace Comms.Core.Documents;

/// <summary>Shows each block in one format. A new block does not compile before every renderer can show it.</summary>
internal interface IBlockWriter
{
    void Show(Heading block);

    void Show(Paragraph block);

    void Show(Callout block);

    void Show(Quote block);

    void Show(MessageCard block);

    void Show(ListBlock block);

    void Show(LinkBlock block);

    void Show(ImageBlock block);

    void Show(EmbedCard block);

    void Show(Table block);

    void Show(FigureRow block);

    void Show(ShareBar block);
}
