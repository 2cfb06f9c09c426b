using System.Text.RegularExpressions;
using Comms.Core.Text;

namespace Comms.Core.Governance.Persons;

/// <summary>Takes other people out of what is given to a person about themselves.</summary>
internal static partial class OtherPeople
{
    public static HeldItem Unnamed(HeldItem item, Person person) => item with
    {
        Text = item.Text is null ? null : Unnamed(item.Text, person),
        Details = item.Details.ToDictionary(detail => detail.Key, detail => Unnamed(detail.Value, person), StringComparer.Ordinal),
    };

    private static string Unnamed(string text, Person person)
    {
        var named = Redactor.Redact(text, [.. PersonalDataFinder.Find(text).Where(found => found.Kind == PersonalDataFinder.Name)]);
        return Handle().Replace(named, match => person.Is(match.Value) ? match.Value : "[account]");
    }

    /// <summary>An account as platforms write it: <c>@name</c>, or <c>@name@host</c>.</summary>
    [GeneratedRegex(@"(?<![\w@/.])@[\w.-]*\w(?:@[\w.-]*\w)?", RegexOptions.CultureInvariant)]
    private static partial Regex Handle();
}
