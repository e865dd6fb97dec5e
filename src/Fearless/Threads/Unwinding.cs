using System;
using System.Runtime.InteropServices;

namespace Fearless;

/// <summary>Whether the runtime can say that an exception is passing.</summary>
internal static class Unwinding
{
    internal static readonly bool IsSupported = Probe();

    private static bool Probe()
    {
        try
        {
            _ = Marshal.GetExceptionPointers();
            return true;
        }
        catch (PlatformNotSupportedException)
        {
            return false;
        }
    }
}
