using Comms.Core.Text;

namespace Comms.Core.Triage.Models;

/// <summary>A token that a model knows by name, so that its weights can be added up before any message comes.</summary>
internal sealed record ModelToken(byte[] Folded, TokenKind Kind, Valence Valence)
{
    public ulong Hash { get; } = TokenBytes.HashOf(Folded);
}
