using Comms.Core.Cases;
using Comms.Core.Exercises.Scenarios;
using Comms.Core.Ledger;
using Comms.Core.Listening;
using Comms.Core.Triage;

namespace Comms.Core.Exercises.Playing;

/// <summary>The names that an inject's message has in the engine, known before it is heard.</summary>
internal static class InjectNames
{
    public static RecordKey TriagedOf(InjectFile inject) => new(TriagedMessage.Kind, MessageOf(inject));

    public static RecordKey CaseOf(InjectFile inject) => Case.KeyFor(MessageOf(inject));

    private static string MessageOf(InjectFile inject) => Message.KeyFor(Simulation.Named(inject.Message!.Source), inject.Id).Id;
}
