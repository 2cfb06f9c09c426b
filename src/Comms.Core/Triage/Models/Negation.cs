using Comms.Core.Text;

namespace Comms.Core.Triage.Models;

/// <summary>How far a "not" reaches: three tokens, and never over a stop or a pause.</summary>
internal struct Negation
{
    private const int Reach = 3;

    private static readonly HashSet<ulong> Words = TokenBytes.HashesOf(
        "not no never none nobody nothing nowhere neither nor cannot cant can't dont don't doesnt doesn't didnt didn't "
        + "isnt isn't arent aren't wasnt wasn't werent weren't wont won't wouldnt wouldn't couldnt couldn't shouldnt "
        + "shouldn't hasnt hasn't havent haven't hadnt hadn't aint ain't without hardly barely lack lacking lacked");

    private int _left;

    public static bool Is(ulong token) => Words.Contains(token);

    /// <summary>Whether the token that comes is negated.</summary>
    public bool Enter(Boundary before, bool negates)
    {
        if (before != Boundary.Space)
        {
            _left = 0;
        }

        var negated = _left > 0;
        _left = negates ? Reach : Math.Max(0, _left - 1);
        return negated && !negates;
    }
}
