namespace Fearless;

internal enum LocalState : byte
{
    /// <summary>No value yet.</summary>
    Empty,

    /// <summary>The initialiser is running.</summary>
    Initializing,

    Ready,

    /// <summary>A With is running on the value.</summary>
    Borrowed,

    /// <summary>The thread is ending and the value was disposed.</summary>
    Destroyed,
}
