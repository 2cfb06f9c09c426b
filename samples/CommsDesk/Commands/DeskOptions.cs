using System.CommandLine;
using CommsDesk.Configuration;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary>The options that every command takes.</summary>
internal static class DeskOptions
{
    private const string DefaultConfig = "comms.json";

    public static Option<string> Data { get; } = new("--data")
    {
        Description = "Folder of the ledger.",
        DefaultValueFactory = _ => "./comms-data",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<string?> Config { get; } = new("--config")
    {
        Description = $"Configuration; {DefaultConfig} of this folder when it is there, else the embedded defaults.",
        HelpName = "F",
        Recursive = true,
    };

    public static Option<string?> As { get; } = new("--as")
    {
        Description = "An actor of the configuration. The desk trusts the operating system's user to say who it is.",
        HelpName = "WHO",
        Recursive = true,
    };

    public static Option<string> Language { get; } = LanguageOption();

    public static DeskConfig ReadConfig(ParseResult parsed)
    {
        var path = parsed.GetValue(Config) ?? (File.Exists(DefaultConfig) ? DefaultConfig : null);
        if (path is null)
        {
            return new DeskConfig
            {
                Accounts = [new AccountConfig("drop", "folder", Path.Combine(Path.GetFullPath(parsed.GetValue(Data)!), "posts"), MaxLength: null)],
            };
        }

        return File.Exists(path) ? DeskConfigReader.Read(path) : throw new ConfigException(path, ["there is no such file"]);
    }

    public static Task<Desk> OpenAsync(ParseResult parsed, CancellationToken cancel)
    {
        var (config, data) = (ReadConfig(parsed), parsed.GetValue(Data)!);
        var marker = config.Marker ?? $"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(data))}.marker";
        return Desk.OpenAsync(config with { Marker = marker }, data, TimeProvider.System, [], cancel);
    }

    public static Phrases Phrases(ParseResult parsed) => Output.Phrases.In(parsed.GetValue(Language)!);

    private static Option<string> LanguageOption()
    {
        var option = new Option<string>("--lang")
        {
            Description = "Language of what the desk says: en or cy.",
            DefaultValueFactory = _ => "en",
            Recursive = true,
        };
        option.AcceptOnlyFromAmong("en", "cy");
        return option;
    }
}
