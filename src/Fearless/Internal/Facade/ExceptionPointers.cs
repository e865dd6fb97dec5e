using System;
using System.Runtime.InteropServices;

namespace Fearless.Internal;

/// <summary>
/// The address of the exception record that this thread is handling, zero if there is none. It answers "is an exception passing?"
/// inside a finally block, which no managed API does. CoreCLR only: NativeAOT throws PlatformNotSupportedException.
/// </summary>
internal static class ExceptionPointers
{
    public static readonly bool IsSupported = Detect();

    public static nint Current => Marshal.GetExceptionPointers();

    private static bool Detect()
    {
        try
        {
            // Asked where the answer is known: in a catch block it must not be zero (Mono-like stubs return zero always).
            throw new InvalidOperationException("Probe: is the current exception visible?");
        }
        catch (InvalidOperationException)
        {
            try
            {
                return Marshal.GetExceptionPointers() != 0;
            }
            catch (PlatformNotSupportedException)
            {
                return false;
            }
        }
    }
}
