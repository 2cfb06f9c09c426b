using System.Text.Json.Serialization;
using Comms.Core.Ledger;

namespace Comms.Core.Amplifiers;

/// <summary>An amplifier as stored, version 1. Its key is made of who they are and does not tell it.</summary>
internal sealed record AmplifierRecord(
    string Person, string Name, string Team, IReadOnlyList<string> Handles, bool MayBeCelebrated, DateTimeOffset AgreedAt, string RecordedBy)
{
    public const string Kind = "amplifier";

    private const int Version = 1;

    public DateTimeOffset? WithdrawnAt { get; set; }

    public IReadOnlyList<AmplifierShare> Shares { get; set; } = [];

    public IReadOnlyList<AmplifierWork> Work { get; set; } = [];

    public static RecordKey KeyOf(string person) => new(Kind, ContentId.Of(Kind, person.Trim()));

    /// <summary>What may be kept of someone who helps no longer: how often and how far, not who and where.</summary>
    public AmplifierRecord WithoutThem(DateTimeOffset at) => this with
    {
        Person = "",
        Name = "",
        Handles = [],
        MayBeCelebrated = false,
        WithdrawnAt = WithdrawnAt ?? at,
        Shares = [.. Shares.Select(share => share with { Url = "" })],
        Work = [],
    };

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, AmplifierJson.Default.AmplifierRecord);

    public static AmplifierRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, AmplifierJson.Default.AmplifierRecord);
}

/// <summary>A post that amplifiers may pass on, as stored, version 1; its key is the post's id.</summary>
internal sealed record OfferRecord(string By, DateTimeOffset At, string? Corrects)
{
    public const string Kind = "amplifier-offer";

    private const int Version = 1;

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, AmplifierJson.Default.OfferRecord);

    public static OfferRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, AmplifierJson.Default.OfferRecord);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AmplifierRecord))]
[JsonSerializable(typeof(OfferRecord))]
internal sealed partial class AmplifierJson : JsonSerializerContext;
