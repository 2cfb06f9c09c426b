using System.CommandLine;
using System.Globalization;

namespace CommsDesk.Commands;

/// <summary>Options that take numbers of a range.</summary>
internal static class OptionRange
{
    /// <summary>Refuses a number outside the range; an option that is left out and has no default passes.</summary>
    public static void Between<T>(this Option<T> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<T>() is int value && (value < least || value > most))
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} takes a number from {least} to {most}"));
        }
    });
}
