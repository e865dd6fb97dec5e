namespace Fearless.Internal;

/// <summary>A runtime that cannot tell, such as NativeAOT: here the fallback is what is tested.</summary>
internal static class ExceptionPointers
{
    public static bool IsSupported => false;

    public static nint Current => 0;
}
