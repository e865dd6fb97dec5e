using System.Runtime.InteropServices;

namespace Fearless.Internal;

/// <summary>Room between two words that different processors write.</summary>
[StructLayout(LayoutKind.Explicit, Size = 64)]
internal struct CacheLine;
