using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>Types of which one too many is a leak.</summary>
internal static class ClosedTypes
{
    /// <summary>It holds something that somebody has to give back. Tasks and what lives in memory only do not mind.</summary>
    public static bool MustBeClosed(ITypeSymbol type)
    {
        if (type.Name is "Task" or "MemoryStream" or "StringReader" or "StringWriter" or "CancellationTokenSource" or "SemaphoreSlim" or "ManualResetEventSlim" or "DataTable" or "DataSet"
            || type.TypeKind is not (TypeKind.Class or TypeKind.Interface))
        {
            return false;
        }

        if (IsDisposable(type))
            return true;
        foreach (var contract in type.AllInterfaces)
        {
            if (IsDisposable(contract))
                return true;
        }

        return false;
    }

    private static bool IsDisposable(ITypeSymbol type) => type.Is("IDisposable", "System") || type.Is("IAsyncDisposable", "System");
}
