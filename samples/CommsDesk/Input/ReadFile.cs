using System.Globalization;
using System.Text.Json;
using Comms.Core.RoundUps.Reads;

namespace CommsDesk.Input;

/// <summary>A read-round-up as a file: <c>{"series","standing","language","items":[{"label","url","quote","author","comment","embed"}]}</c>.</summary>
internal sealed record ReadFile
{
    public required string Series { get; set; }

    public string? Standing { get; set; }

    public string? Language { get; set; }

    public required IReadOnlyList<ReadItem> Items { get; set; }

    /// <exception cref="InputException">There is no such file, or it is of another form; the line is named.</exception>
    public static async Task<ReadRequest> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            var file = JsonSerializer.Deserialize(await DocumentInput.BytesAsync(path, cancel), DeskJson.Default.ReadFile)
                ?? throw new JsonException("it says nothing");
            return new ReadRequest { Series = file.Series, Items = file.Items, Standing = file.Standing, Language = file.Language ?? "en" };
        }
        catch (JsonException fault)
        {
            throw new InputException(string.Create(
                CultureInfo.InvariantCulture, $"{DocumentInput.Name(path)}: line {(fault.LineNumber ?? 0) + 1}: {fault.Message}"), fault);
        }
    }
}
