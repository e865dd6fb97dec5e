using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>The lock that a marker names, as seen from the object whose member is marked.</summary>
internal static class MemberLocks
{
    /// <summary>Null: it names nothing, or nothing of the object or the program (a parameter).</summary>
    public static LockName? Resolve(string name, INamedTypeSymbol? type) => type is null || LockNames.Resolve(name, type, null) is not { } found ? null : found.Path.Root switch
    {
        PathRoot.This => new LockName(LockScope.Own, found.Path.Steps),
        PathRoot.Static => new LockName(LockScope.Static, found.Path.Steps),
        _ => null,
    };
}
