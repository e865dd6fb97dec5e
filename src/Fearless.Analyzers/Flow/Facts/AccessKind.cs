using System;

namespace Fearless.Analyzers.Flow;

[Flags]
internal enum AccessKind
{
    Read = 1,
    Write = 2,
    ReadWrite = Read | Write,

    /// <summary>Through <c>Interlocked</c> or <c>Volatile</c>.</summary>
    Atomic = 4,

    /// <summary>The first value, given where the variable is declared.</summary>
    Initial = 8,

    /// <summary>Through another name for the object that the location refers to: the location itself is not touched.</summary>
    Alias = 16,
}
