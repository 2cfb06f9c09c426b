using System.Globalization;
using Comms.Core.Documents.Rendering;

namespace Comms.Core.RoundUps.Reads;

/// <summary>What stands against the items of an edition, each by its place. Pure.</summary>
internal static class ReadChecks
{
    /// <param name="request">What it is made of.</param>
    /// <param name="linked">Where earlier editions of the series point.</param>
    public static IEnumerable<string> Against(ReadRequest request, IReadOnlySet<string> linked)
    {
        if (request.Items.Count is 0 or > ReadRequest.MostItems)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"it has {request.Items.Count} items; from 1 to {ReadRequest.MostItems} make an edition");
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var place = 0; place < request.Items.Count; place++)
        {
            var item = request.Items[place];
            var which = string.Create(CultureInfo.InvariantCulture, $"item {place + 1}");
            if (string.IsNullOrWhiteSpace(item.Label) || item.Label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > ReadItem.MostWords)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{which}: a label has from 1 to {ReadItem.MostWords} words");
            }

            if (!WebAddress.CanLink(item.Url) || item.Url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            {
                yield return $"{which}: {item.Url} is no address of a page";
            }
            else if (linked.Contains(item.Url))
            {
                yield return $"{which}: an earlier edition points to {item.Url}";
            }
            else if (!seen.Add(item.Url))
            {
                yield return $"{which}: {item.Url} stands twice";
            }
        }
    }
}
