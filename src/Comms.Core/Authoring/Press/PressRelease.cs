using System.Globalization;
using Comms.Core.Authoring.Personal;
using Comms.Core.Authoring.Style;
using Comms.Core.Calendars;
using Comms.Core.Text;

namespace Comms.Core.Authoring.Press;

/// <summary>
/// The two drafts of a press release with an embargo. The one for the press tells of the embargo in its title and in its first words,
/// and is not sent any more once that has ended. The one for everyone is without what stands there for editors, and nobody can schedule
/// it before. Each is approved by itself. Immutable.
/// </summary>
public sealed class PressRelease
{
    private PressRelease(NewDraft toPress, NewDraft? toEveryone) => (ToPress, ToEveryone) = (toPress, toEveryone);

    /// <summary>For the press lists, as soon as it is approved.</summary>
    public NewDraft ToPress { get; }

    /// <summary>For everyone, wanted when the embargo ends; null where it stands nowhere.</summary>
    public NewDraft? ToEveryone { get; }

    /// <summary>Makes both.</summary>
    /// <param name="release">What was written.</param>
    /// <param name="zone">IANA zone in which the press is told the time, as <c>Europe/London</c>.</param>
    /// <exception cref="ArgumentException">It has no words, names no press list, or is in a language in which no embargo can be told; or there is no such zone.</exception>
    public static PressRelease Of(NewPressRelease release, string zone)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentException.ThrowIfNullOrWhiteSpace(zone);
        ArgumentException.ThrowIfNullOrWhiteSpace(release.Text, nameof(release));
        if (release.Press.Count == 0)
        {
            throw new ArgumentException("A press release names a press list.", nameof(release));
        }

        var words = StyleSeeds.Personal.Embargo.FirstOrDefault(known => LanguageTag.Same(known.Key, release.Language)).Value
            ?? throw new ArgumentException($"There are no words for an embargo in '{release.Language}'.", nameof(release));
        var (body, _) = ReleaseEdges.Find(release.Text);
        var shared = new NewDraft
        {
            Text = release.Text[body].Trim(),
            Accounts = release.Press,
            Media = release.Media,
            Language = release.Language,
            Candour = release.Candour,
            Marks = release.Marks,
            Kit = release.Kit,
        };
        return new PressRelease(
            shared with { Text = Told(release.Text[body.Start..].Trim(), words, When(release.Embargo, zone)), NotAfter = release.Embargo, Key = Key(release, "press") },
            release.Everyone.Count == 0 ? null : shared with
            {
                Accounts = release.Everyone,
                Variants = release.Variants,
                NotBefore = release.Embargo,
                WantedAt = release.Embargo,
                Key = Key(release, "everyone"),
            });
    }

    /// <summary>The whole release with its notes to editors, but for the heads and an embargo that its author wrote: it is told once, from the time that binds.</summary>
    private static string Told(string release, EmbargoWords words, string time)
    {
        var parts = release.Split('\n', 2);
        string[] told = [$"{Say(words.Title)}: {parts[0].Trim()}", Say(words.Notice), .. parts.Length > 1 ? [parts[1].Trim()] : Array.Empty<string>()];
        return string.Join("\n\n", told);

        string Say(string sentence) => sentence.Replace("{time}", time, StringComparison.Ordinal);
    }

    private static string When(DateTimeOffset embargo, string zone) =>
        Zones.ToLocal(embargo, zone).ToString("HH:mm 'on' dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string? Key(NewPressRelease release, string half) => release.Key is { } key ? $"{key}/{half}" : null;
}
