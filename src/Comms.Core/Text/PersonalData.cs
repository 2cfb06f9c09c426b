namespace Comms.Core.Text;

/// <summary>Personal data found in a text.</summary>
/// <param name="Kind">An open vocabulary: <c>nhs-number</c>, <c>email</c>, <c>phone</c>, <c>postcode</c> and so on.</param>
/// <param name="Start">In UTF-16 units.</param>
/// <param name="Length">In UTF-16 units.</param>
public readonly record struct PersonalData(string Kind, int Start, int Length);
