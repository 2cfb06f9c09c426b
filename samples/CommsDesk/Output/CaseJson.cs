using System.Text.Json;
using Comms.Core.Cases;

namespace CommsDesk.Output;

/// <summary>Writes a case as one JSON object.</summary>
internal static class CaseJson
{
    public static void Write(Utf8JsonWriter json, Case opened, DateOnly today)
    {
        json.WriteStartObject();
        json.WriteString("id", opened.Id);
        json.WriteString("team", opened.Team);
        json.WriteTexts("alsoTold", opened.AlsoTold);
        json.WriteString("state", opened.State.ToString().ToLowerInvariant());
        json.WriteString("person", opened.Person);
        json.WriteString("due", opened.Due is { } due ? Day(due) : null);
        json.WriteString("joinedTo", opened.JoinedTo);
        json.WriteString("openedAt", opened.OpenedAt);
        json.WriteString("urgency", opened.Urgency.ToString().ToLowerInvariant());
        json.WriteNumber("priority", opened.Priority);
        json.WriteTexts("flags", opened.Flags);
        json.WriteTexts("because", opened.Because);
        json.WriteTexts("messages", opened.Messages);
        json.WriteStartArray("obligations");
        foreach (var one in opened.Obligations)
        {
            Write(json, one, today);
        }

        json.WriteEndArray();
        json.WriteStartArray("acts");
        foreach (var act in opened.Acts)
        {
            json.WriteStartObject();
            json.WriteString("act", act.Name);
            json.WriteString("by", act.By);
            json.WriteString("at", act.At);
            json.WriteString("how", act.How);
            json.WriteTexts("ended", act.Ended);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in opened.Notes)
        {
            json.WriteStartObject();
            json.WriteString("by", note.By);
            json.WriteString("at", note.At);
            json.WriteString("text", note.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteTexts("joined", opened.Joined);
        json.WriteTexts("restrictedTo", opened.RestrictedTo);
        Write(json, opened.Enquiry);
        if (opened.Response is { } response)
        {
            json.WriteStartObject("response");
            json.WriteString("consultation", response.Consultation);
            json.WriteTexts("questions", response.Questions);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MediaEnquiry? enquiry)
    {
        if (enquiry is null)
        {
            return;
        }

        json.WriteStartObject("enquiry");
        json.WriteString("outlet", enquiry.Outlet);
        json.WriteString("reporter", enquiry.Reporter);
        json.WriteString("deadline", enquiry.Deadline?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("line", enquiry.Line);
        json.WriteString("spokesperson", enquiry.Spokesperson);
        json.WriteString("printed", enquiry.Printed);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CaseObligation one, DateOnly today)
    {
        json.WriteStartObject();
        json.WriteString("rule", one.Duty.Rule);
        json.WriteString("nation", one.Duty.Nation);
        json.WriteString("act", one.Duty.Act);
        json.WriteString("start", Day(one.Duty.Start));
        json.WriteString("due", one.Due is { } due ? Day(due) : null);
        json.WriteString("source", one.Duty.Source);
        WritePauses(json, one.Pauses);
        json.WriteString("standing", one.EndedBy is not null ? "done" : one.IsPaused ? "paused" : one.IsOverdue(today) ? "overdue" : one.IsDueSoon(today) ? "due soon" : "open");
        json.WriteEndObject();
    }

    private static void WritePauses(Utf8JsonWriter json, IReadOnlyList<CasePause> pauses)
    {
        json.WriteStartArray("pauses");
        foreach (var pause in pauses)
        {
            json.WriteStartObject();
            json.WriteString("by", pause.By);
            json.WriteString("asked", pause.Asked);
            json.WriteString("how", pause.How);
            if (pause.Told is { } told)
            {
                json.WriteString("told", told);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static string Day(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
