using Comms.Core.EndToEnd.Desk;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.EndToEnd.Channels;

/// <summary>The desk against real servers of e-mail: each reader hears once, and what comes back is triaged.</summary>
public sealed class EmailDeskTests : IAsyncLifetime
{
    private readonly DeskProgram desk = new();
    private SmtpServer server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await SmtpServer.StartAsync(Cancel);
        desk.Write("comms.json", $$"""
            { "accounts": [ { "id": "bulletin", "channel": "email", "address": "{{server.Address}}",
                "from": "Comms team <comms@trust.test>", "to": [ "ann@example.test", "bob@example.test" ] } ] }
            """);
    }

    public ValueTask DisposeAsync()
    {
        server?.Dispose();
        desk.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Each_reader_has_a_message_of_their_own()
    {
        await SendAsync("Flu clinic\\n\\nOpen at 9 today.");

        var mails = await server.MailsAsync(Cancel);

        Assert.Equal(["ann@example.test", "bob@example.test"], mails.SelectMany(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.All(mails, mail => Assert.Contains("Subject: Flu clinic\r\n", mail.Raw, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lost_answer_leaves_one_reader_to_a_person_and_nobody_hears_twice()
    {
        await server.FailAsync(Cancel, "stored-after-data");

        await SendAsync("Flu clinic open today");
        await desk.RunAsync("run", "--until-idle");

        Assert.Equal(["ann@example.test", "bob@example.test"], (await server.MailsAsync(Cancel)).SelectMany(mail => mail.To).Order(StringComparer.Ordinal));
        var plan = (await desk.RunAsync("plan", "--week", ThisWeek.Name, "--format", "json")).Ended(0).Output;
        Assert.Contains("\"step\":\"waiting\"", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_release_goes_to_the_press_under_embargo_and_to_everyone_once_that_has_ended()
    {
        desk.Write("comms.json", $$"""
            { "accounts": [ { "id": "press", "channel": "email", "address": "{{server.Address}}", "from": "Comms team <comms@trust.test>", "to": [ "editor@example.test" ] },
                { "id": "site", "channel": "folder", "path": "site" } ] }
            """);
        desk.Write("release.txt", "PRESS RELEASE\n\nNew garden opens\n\nThe Trust opens its garden today.\n\nENDS\n\nNotes to editors\n\nThe garden has a pond.\n");
        string[] release = ["draft", "release", "release.txt", "--press", "press", "--everyone", "site", "--embargo", Soon.In(40), "--key", "garden", "--as", "writer"];
        var ids = (await desk.RunAsync(release)).Ended(0).Lines;
        Assert.Equal(ids, (await desk.RunAsync(release)).Ended(0).Lines);
        foreach (var id in ids)
        {
            (await desk.RunAsync("approve", id, "--as", "approver")).Ended(0);
        }

        Assert.Contains("before the embargo of the post ends", (await desk.RunAsync("schedule", ids[1], "--at", Soon.In(20), "--as", "approver")).Ended(2).Errors, StringComparison.Ordinal);
        Assert.Contains("not to be sent any more", (await desk.RunAsync("schedule", ids[0], "--at", Soon.In(90), "--as", "approver")).Ended(2).Errors, StringComparison.Ordinal);
        (await desk.RunAsync("schedule", ids[0], "--at", Soon.In(), "--as", "approver")).Ended(0);
        (await desk.RunAsync("schedule", ids[1], "--as", "approver")).Ended(0);
        await ComeAsync(1);
        Assert.False(Directory.Exists(desk.In("site")));
        await Eventually.HoldsAsync(async () => (await desk.RunAsync("run", "--until-idle")).Ended(0) is not null && Directory.Exists(desk.In("site")), "it did not come to stand for everyone");

        var mail = Assert.Single(await server.MailsAsync(Cancel));
        Assert.Contains("Subject: EMBARGOED until ", mail.Raw, StringComparison.Ordinal);
        Assert.Contains("The garden has a pond.", mail.Raw, StringComparison.Ordinal);
        var shown = Assert.Single(Directory.GetFiles(desk.In("site")));
        var words = await File.ReadAllTextAsync(shown, Cancel);
        Assert.Contains("The Trust opens its garden today.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("pond", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_is_heard_once_and_triaged()
    {
        var mailbox = new ImapMailbox();
        desk.Environment["INBOX_PASSWORD"] = ImapMailbox.Password;
        desk.Write("comms.json", $$"""
            { "sources": [ { "imap": "{{mailbox.Address}}", "user": "{{mailbox.User}}", "credential": "env:INBOX_PASSWORD" } ] }
            """);
        await mailbox.AddAsync(
            Cancel, "From: Ann <ann@example.test>\nMessage-ID: <1@example.test>\nSubject: Complaint\n\nI want to complain about the waiting times at the clinic.\n");

        var first = (await desk.RunAsync("run", "--until-idle")).Ended(0);
        var second = (await desk.RunAsync("run", "--until-idle")).Ended(0);

        Assert.Contains("1 heard, 1 triaged", first.Errors, StringComparison.Ordinal);
        Assert.Equal("", second.Errors);
    }

    [Fact]
    public async Task A_letter_is_answered_in_its_thread_and_who_writes_back_finds_the_same_case()
    {
        var mailbox = new ImapMailbox();
        desk.Environment["INBOX_PASSWORD"] = ImapMailbox.Password;
        desk.Write("comms.json", $$"""
            { "accounts": [ { "id": "letters", "channel": "email", "address": "{{server.Address}}", "from": "PALS <pals@trust.test>" } ],
              "sources": [ { "imap": "{{mailbox.Address}}", "user": "{{mailbox.User}}", "credential": "env:INBOX_PASSWORD", "account": "letters" } ] }
            """);
        await mailbox.AddAsync(Cancel, "From: Ann <ann@example.test>\nMessage-ID: <7@example.test>\nSubject: Flu clinic\n\nWhen is the clinic open, please?\n");
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        var open = Assert.Single((await desk.RunAsync("cases", "list")).Ended(0).Json).GetProperty("id").GetString()!;

        var draft = (await desk.RunAsync("cases", "reply", open, "Your question\n\nFrom 9 to 5.", "--as", "writer")).Ended(0).Output.Trim();
        (await desk.RunAsync("approve", draft)).Ended(0);
        (await desk.RunAsync("schedule", draft, "--at", Soon.In())).Ended(0);
        await Eventually.HoldsAsync(
            async () =>
            {
                await desk.RunAsync("run", "--until-idle");
                return (await server.MailsAsync(Cancel)).Count == 1;
            },
            "the answer did not come");

        var mail = Assert.Single(await server.MailsAsync(Cancel));
        Assert.Equal(["ann@example.test"], mail.To);
        Assert.All(["Subject: Your question\r\n", "In-Reply-To: <7@example.test>\r\n"], header => Assert.Contains(header, mail.Raw, StringComparison.Ordinal));
        await desk.RunAsync("run", "--until-idle");
        Assert.Equal("answered", (await desk.RunAsync("cases", "show", open)).Ended(0).Json[0].GetProperty("state").GetString());

        var answer = mail.Raw.Split("\r\n").Single(line => line.StartsWith("Message-Id: ", StringComparison.OrdinalIgnoreCase)).Split(' ')[1];
        await mailbox.AddAsync(Cancel, $"From: Ann <ann@example.test>\nMessage-ID: <8@example.test>\nIn-Reply-To: {answer}\nSubject: Re: Your question\n\nAnd on Saturdays, please?\n");
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        var again = Assert.Single((await desk.RunAsync("cases", "list")).Ended(0).Json);
        Assert.Equal((open, "reopened", 2), (again.GetProperty("id").GetString(), again.GetProperty("state").GetString(), again.GetProperty("messages").GetArrayLength()));
    }

    [Fact]
    public async Task A_teams_week_goes_out_by_e_mail_once_it_is_approved()
    {
        desk.Write("in.jsonl", string.Concat(Enumerable.Range(0, 8).Select(i =>
            $$"""{"id":"{{i}}","text":"The car park by gate {{i}} was full, dreadful and filthy","at":"2026-11-24T1{{i}}:00:00Z"}""" + "\n")));
        desk.Write("comms.json", (await File.ReadAllTextAsync(desk.In("comms.json"), Cancel)).Replace("{ \"accounts\"", "{ \"sources\": [ { \"jsonl\": \"in.jsonl\" } ], \"accounts\"", StringComparison.Ordinal));
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        var team = (await desk.PipeAsync("The car park by gate 1 was full", "triage")).Ended(0).Json[0].GetProperty("routes")[0].GetProperty("team").GetString()!;
        string[] order = ["roundup", "--team", team, "--week", "2026-W48", "--to", "bulletin", "--as", "writer"];

        var draft = (await desk.RunAsync(order)).Ended(0).Output.Trim();
        Assert.Equal(draft, (await desk.RunAsync(order)).Ended(0).Output.Trim());
        Assert.Contains("nobody has approved", (await desk.RunAsync("schedule", draft, "--at", Soon.In())).Ended(2).Errors, StringComparison.Ordinal);
        (await desk.RunAsync("approve", draft)).Ended(0);
        (await desk.RunAsync("schedule", draft, "--at", Soon.In())).Ended(0);
        await ComeAsync(2);

        var mail = (await server.MailsAsync(Cancel))[0].Raw;
        Assert.Contains("multipart/alternative", mail, StringComparison.Ordinal);
        Assert.Contains("car park", mail, StringComparison.Ordinal);
        Assert.Contains("<table", mail, StringComparison.Ordinal);
    }

    private async Task SendAsync(string text)
    {
        await desk.ImportAsync($$"""{"text":"{{text}}","accounts":["bulletin"],"at":"{{Soon.In()}}","key":"k"}""");
        await ComeAsync(2);
    }

    private Task ComeAsync(int mails) => Eventually.HoldsAsync(
        async () =>
        {
            await desk.RunAsync("run", "--until-idle");
            return (await server.MailsAsync(Cancel)).Count == mails;
        },
        "the mails did not come");
}
