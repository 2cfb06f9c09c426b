using Comms.Core.ModelBuilder;
using Comms.Core.Triage.Training;

const string Notice =
    "Learnt from NHS patient feedback of pxtextmining (MIT, copyright (c) 2021 NHS England), the VADER lexicons (MIT, "
    + "copyright (c) 2016 C.J. Hutto) and AFINN-en-165 (Apache-2.0, Finn Årup Nielsen). Holds no text of theirs. See "
    + "seeds/models/MODEL-CARD.md.";

if (args is not [var framework, var phase1, var vader, var emoji, var afinn, var output, .. var rest])
{
    Console.Error.WriteLine(
        "Usage: FRAMEWORK-V6.csv PHASE-1.csv VADER.txt VADER-EMOJI.txt AFINN.txt MODEL [--held-out [ROUNDS]] [--measure LABEL-TAB-TEXT]");
    return 2;
}

var comments = FeedbackFiles.WithCommonThemes(FeedbackFiles.Read(framework, phase1));
var options = new TrainingOptions { Notice = Notice, LeastPerWord = 3, Lexicon = LexiconFiles.Read(vader, emoji, afinn) };
if (rest is ["--held-out", ..])
{
    var rounds = rest.Length > 1 && int.TryParse(rest[1], out var asked) ? asked : 5;
    var tables = new HeldOutTables(comments, options);
    tables.PrintRandom(rounds);
    tables.PrintTogether(rounds);
}

var model = ModelTrainer.Train(FeedbackFiles.Sets(comments), options);
using (var file = File.Create(output))
{
    model.Write(file);
}

foreach (var path in rest.SkipWhile(word => word != "--measure").Where(word => word != "--measure"))
{
    var measure = new Measure([], tellQuestion: false);
    measure.Add(model, File.ReadLines(path).Select(line => line.Split('\t', 2)).Select(parts => new Comment("beside", parts[1], "", parts[0], null)));
    measure.Print(Path.GetFileName(path));
}

return 0;
