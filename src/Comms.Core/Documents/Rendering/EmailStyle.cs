using System.Collections.Frozen;

namespace Comms.Core.Documents.Rendering;

/// <summary>
/// The look of each part of an e-mail, as the style attribute that it carries. Only properties that the programs in use
/// show, or can do without: no flex, no grid, no variables.
/// </summary>
internal static class EmailStyle
{
    public const string Body = "margin:0;padding:0;background-color:#f1f4f7;color:#17212b;font-family:Arial,Helvetica,sans-serif;font-size:17px;line-height:1.5";
    public const string Outer = "width:100%;background-color:#f1f4f7;border-collapse:collapse";
    public const string Inner = "width:100%;max-width:640px;background-color:#ffffff;border-collapse:collapse;border-top:6px solid #00457c;text-align:left";
    public const string Words = "padding:24px 20px 32px 20px;font-family:Arial,Helvetica,sans-serif;font-size:17px;line-height:1.5;color:#17212b;word-break:break-word";
    public const string Series = "margin:0 0 4px 0;color:#4d5b69;font-size:15px;font-weight:bold";
    public const string Title = "margin:0 0 20px 0;color:#00457c;font-size:28px;line-height:1.2;font-weight:bold";
    public const string Heading2 = "margin:32px 0 8px 0;padding-top:10px;border-top:2px solid #00457c;font-size:22px;line-height:1.25;font-weight:bold";
    public const string Heading3 = "margin:24px 0 6px 0;font-size:18px;line-height:1.3;font-weight:bold";
    public const string HeadingSmall = "margin:20px 0 6px 0;font-size:17px;line-height:1.3;font-weight:bold";
    public const string Paragraph = "margin:0 0 12px 0";
    public const string Small = "margin:0 0 4px 0;color:#4d5b69;font-size:14px";
    public const string Link = "color:#005a9c;text-decoration:underline";
    public const string List = "margin:0 0 12px 0;padding:0 22px";
    public const string Item = "margin:0 0 4px 0";
    public const string Quote = "margin:0 0 16px 0;padding:0 0 0 14px;border-left:4px solid #d6dde4";
    public const string Said = "margin:0 0 6px 0";
    public const string Callout = "margin:0 0 16px 0;padding:12px 14px;border:1px solid #c98a00;border-left:6px solid #c98a00;background-color:#fff6dc";
    public const string Box = "margin:0 0 14px 0;padding:12px 14px;border:1px solid #d6dde4;border-left:6px solid #b9c3cc";
    public const string Negative = "margin:0 0 14px 0;padding:12px 14px;border:1px solid #d6dde4;border-left:6px solid #b3261e";
    public const string Neutral = "margin:0 0 14px 0;padding:12px 14px;border:1px solid #d6dde4;border-left:6px solid #6b7885";
    public const string Positive = "margin:0 0 14px 0;padding:12px 14px;border:1px solid #d6dde4;border-left:6px solid #1b7a4b";
    public const string Alert = "padding:1px 8px;background-color:#b3261e;color:#ffffff";
    public const string Picture = "display:block;max-width:100%;height:auto;border:0";
    public const string Table = "width:100%;margin:0 0 16px 0;border-collapse:collapse;font-size:15px";
    public const string Caption = "padding:0 0 8px 0;font-weight:bold;text-align:left";
    public const string Head = "padding:8px 12px 8px 0;border-bottom:1px solid #d6dde4;color:#4d5b69;font-size:14px;text-align:left;vertical-align:top";
    public const string HeadNumber = "padding:8px 12px 8px 0;border-bottom:1px solid #d6dde4;color:#4d5b69;font-size:14px;text-align:right;vertical-align:top";
    public const string Cell = "padding:8px 12px 8px 0;border-bottom:1px solid #d6dde4;font-weight:normal;text-align:left;vertical-align:top";
    public const string CellNumber = "padding:8px 12px 8px 0;border-bottom:1px solid #d6dde4;font-weight:normal;text-align:right;vertical-align:top";
    public const string Value = "font-size:24px;line-height:1.2";

    /// <summary>Every style there is: the proof lets no other pass.</summary>
    public static FrozenSet<string> All { get; } = new[]
    {
        Body, Outer, Inner, Words, Series, Title, Heading2, Heading3, HeadingSmall, Paragraph, Small, Link, List, Item, Quote, Said, Callout,
        Box, Negative, Neutral, Positive, Alert, Picture, Table, Caption, Head, HeadNumber, Cell, CellNumber, Value,
    }.ToFrozenSet(StringComparer.Ordinal);

    public static string Card(Tone tone) => tone switch
    {
        Tone.Negative => Negative,
        Tone.Neutral => Neutral,
        Tone.Positive => Positive,
        _ => Box,
    };
}
