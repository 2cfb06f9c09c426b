using Comms.Core.Text;

namespace Comms.Core.Triage.Models;

/// <summary>Tokens that tell something about the whole message.</summary>
internal static class MessageMarks
{
    private static readonly ulong Question = TokenBytes.HashOf("?"u8);
    private static readonly ulong Exclamation = TokenBytes.HashOf("!"u8);
    private static readonly ulong But = TokenBytes.HashOf("but"u8);
    private static readonly ulong However = TokenBytes.HashOf("however"u8);

    public static void Note(ulong token, ref MessageFeatures message)
    {
        message.Asks |= token == Question;
        message.Exclaims |= token == Exclamation;
        message.Contrasts |= token == But || token == However;
    }
}
