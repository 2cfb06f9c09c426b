using Comms.Core.Approval.Kits;

namespace Comms.Core.Tests.Approval.Kits;

/// <summary>A kit with all that one has, written to its end; nobody was told yet.</summary>
internal static class SampleKit
{
    public const string Json = """
        {
          "version": 1,
          "id": "birth-centre",
          "title": "The birth centre may close at night",
          "lines": ["Nothing has been decided."],
          "questions": [{ "question": "Where will I give birth?", "answer": "Wherever you have booked." }],
          "toldFirst": ["the midwives", "the governors", "the MP"],
          "consultation": {
            "proposal": "The centre opens from 7am to 9pm.",
            "from": "2026-12-01",
            "to": "2027-02-28",
            "facts": ["One birth in ten is at night."],
            "howToAnswer": ["Write to us.", "Come to the library."],
            "concernsGoTo": "The head of midwifery answers each within ten days."
          }
        }
        """;

    public static StoryKit Kit => KitReader.Read(System.Text.Encoding.UTF8.GetBytes(Json)).Kit!;
}
