using System.Runtime.InteropServices;

namespace Fearless.Internal;

/// <summary>Room between two words that different processors write.</summary>
[StructLayout(LayoutKind.Explicit, Size = Size)]
internal struct CacheLine
{
    internal const int Size = 64;
}
