using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>The end of an object: whoever disposes it has seen to it that nobody uses it any more.</summary>
internal static class Disposals
{
    public static bool IsOne(ISymbol member) => member is IMethodSymbol
    {
        MethodKind: MethodKind.Destructor,
    } or IMethodSymbol { Name: "Dispose" or "DisposeAsync" or "DisposeCore" or "DisposeAsyncCore" or "System.IDisposable.Dispose" or "System.IAsyncDisposable.DisposeAsync" };
}
