using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>Whether a body gives anything away at all: the others are not worth a graph.</summary>
internal static class RegionSinks
{
    /// <summary>By syntax alone, for programs that know no markers: only pools take something back.</summary>
    public static bool MayHave(SyntaxNode body, bool hasMarkers)
    {
        if (hasMarkers)
            return true;
        foreach (var node in body.DescendantNodes())
        {
            if (node is IdentifierNameSyntax { Identifier.ValueText: "Return" })
                return true;
        }

        return false;
    }

    public static bool Has(IOperation block)
    {
        foreach (var operation in block.Descendants())
        {
            switch (operation)
            {
                case IArgumentOperation argument when MovedArguments.IsMoved(argument, out _):
                case IPropertyReferenceOperation { Instance.Type: { } guard } when LockCatalog.IsGuard(guard):
                case IInvocationOperation { TargetMethod: { Name: "With" or "WithMut", ContainingType.Name: "Mutex" or "RwLock" or "AsyncMutex" or "AsyncRwLock" } }:
                    return true;
            }
        }

        return false;
    }
}
