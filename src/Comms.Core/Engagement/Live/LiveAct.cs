using System.Runtime.InteropServices;
using Comms.Core.Channels;

namespace Comms.Core.Engagement.Live;

/// <summary>One act of a week, in 32 bytes: ten million of them are what the memory of <see cref="LiveScores"/> goes to.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct LiveAct
{
    /// <summary>Stands for what is not known.</summary>
    public const int None = -1;

    /// <summary>Whose it is, or towards whom the team's is.</summary>
    public int Account;

    /// <summary>The account to whose words it turned; <see cref="None"/> when to the team's.</summary>
    public int Towards;

    /// <summary>Milliseconds from the start of the week, rounded up: from 1 to those of a week.</summary>
    public int At;

    /// <summary>Seconds until the team answered; <see cref="None"/> when not known.</summary>
    public int AnsweredAfter;

    /// <summary>The number of its list of topics.</summary>
    public int Topics;

    /// <summary>How many follow the account, two thousand million at most; <see cref="None"/> when not known.</summary>
    public int Followers;

    /// <summary>Where the account's act before it stands in <see cref="OlderWeek"/>.</summary>
    public int Older;

    /// <summary>The week of the account's act before it; one that is gone when there is none.</summary>
    public short OlderWeek;

    private byte _act;
    private Marks _marks;

    [Flags]
    private enum Marks : byte
    {
        None = 0,
        Answered = 1,
        ByTeam = 2,
    }

    public Act Act
    {
        readonly get => (Act)_act;
        set => _act = (byte)value;
    }

    public bool Answered
    {
        readonly get => _marks.HasFlag(Marks.Answered);
        set => _marks = value ? _marks | Marks.Answered : _marks & ~Marks.Answered;
    }

    public bool ByTeam
    {
        readonly get => _marks.HasFlag(Marks.ByTeam);
        set => _marks = value ? _marks | Marks.ByTeam : _marks & ~Marks.ByTeam;
    }
}
