namespace Comms.Core.Text;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    Word,
    Number,
    Mark,
    Emoticon,
    Symbol,
    Handle,
    Link,
}

/// <summary>What stands between a token and the one before it.</summary>
internal enum Boundary : byte
{
    Space,
    Pause,
    Stop,
}
