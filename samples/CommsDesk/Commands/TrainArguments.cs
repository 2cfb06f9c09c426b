using System.CommandLine;
using System.CommandLine.Parsing;
using CommsDesk.Configuration;
using CommsDesk.Learning;

namespace CommsDesk.Commands;

/// <summary>The options that <c>comms train</c> has for itself.</summary>
internal sealed class TrainArguments
{
    private const int FewestBits = 10;
    private const int MostBits = 20;

    public TrainArguments()
    {
        Bits.Validators.Add(option => Within(option, FewestBits, MostBits));
        Least.Validators.Add(option => Within(option, 1, int.MaxValue));
    }

    public Option<string> Output { get; } = new("--output") { Description = "Where to write the model.", Required = true, HelpName = "MODEL" };

    public Option<string?> Holdout { get; } = new("--holdout")
    {
        Description = "Labelled messages to measure on, which are not learnt from; without it, the figures are cross-validated.",
        HelpName = "F",
    };

    public Option<string?> Head { get; } = new("--head")
    {
        Description = "What the head is called. Default: sentiment for negative, neutral and positive; themes for --multi-label; else the column.",
        HelpName = "NAME",
    };

    public Option<string?> Base { get; } = new("--base")
    {
        Description = $"A model, or {Models.Shipped}, whose other heads are kept beside the new one.",
        HelpName = "F",
    };

    public Option<int?> Least { get; } = new("--least")
    {
        Description = $"Labels with fewer examples are not learnt. Default: {TrainingPlan.LeastOfSeveral} with --multi-label, else {TrainingPlan.LeastOfOne}.",
        HelpName = "N",
    };

    public Option<int> Seed { get; } = new("--seed") { Description = "Fixes what is left to chance.", DefaultValueFactory = _ => 1, HelpName = "N" };

    public Option<int?> Bits { get; } = new("--bits")
    {
        Description = $"Size of the model, {FewestBits} to {MostBits}: a step more doubles it. Default: 18 for up to 5 labels, 17 for up to 11, else 16.",
        HelpName = "N",
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Output, Holdout, Head, Base, Least, Seed, Bits })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(Base) is not null && result.GetValue(Bits) is not null)
            {
                result.AddError("--bits and --base exclude each other: the model has its own size");
            }
        });
    }

    private static void Within(OptionResult option, int least, int most)
    {
        if (option.GetValueOrDefault<int?>() is { } value && (value < least || value > most))
        {
            option.AddError($"{option.Option.Name} is from {least} to {most}, not {value}");
        }
    }
}
