using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Comms.Core.EndToEnd.Desk;

/// <summary>Writes the least that is a workbook: one sheet, texts in place, numbers shown as dates.</summary>
internal static class Workbook
{
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Part = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static void Write(string path, params object[][] rows)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        Add(archive, "[Content_Types].xml", $"""
            <Types xmlns="{Types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{Part}.sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="{Part}.styles+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Part}.worksheet+xml"/></Types>
            """);
        Add(archive, "_rels/.rels", $"""
            <Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        Add(archive, "xl/workbook.xml", $"""
            <workbook xmlns="{Spreadsheet}" xmlns:r="{Office}"><sheets><sheet name="Posts" sheetId="1" r:id="rId1"/></sheets></workbook>
            """);
        Add(archive, "xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/></Relationships>
            """);
        Add(archive, "xl/styles.xml", $"""
            <styleSheet xmlns="{Spreadsheet}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>
            """);
        Add(archive, "xl/worksheets/sheet1.xml", $"""
            <worksheet xmlns="{Spreadsheet}"><sheetData>{string.Concat(rows.Select(Row))}</sheetData></worksheet>
            """);
    }

    private static string Row(object[] cells, int row) =>
        $"""<row r="{row + 1}">{string.Concat(cells.Select((cell, column) => Cell(cell, $"{(char)('A' + column)}{row + 1}")))}</row>""";

    private static string Cell(object value, string place) => value is double number
        ? string.Create(CultureInfo.InvariantCulture, $"""<c r="{place}" s="1"><v>{number:R}</v></c>""")
        : $"""<c r="{place}" t="inlineStr"><is><t>{SecurityElement.Escape((string)value)}</t></is></c>""";

    private static void Add(ZipArchive archive, string name, string content)
    {
        using var part = archive.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + content));
    }
}
