using System.Text.Json;
using System.Text.Json.Serialization;
using Comms.Core.Channels;
using CommsDesk.Demo;
using CommsDesk.Input;

namespace CommsDesk;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(Author))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(WeekPlan))]
[JsonSerializable(typeof(ReadFile))]
[JsonSerializable(typeof(ColumnsFile))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class DeskJson : JsonSerializerContext;
