using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Types;

/// <summary>What a closure takes with it, in the order of first use.</summary>
internal static class Captures
{
    public static List<Capture> Of(IAnonymousFunctionOperation closure) => Of(closure.Body, closure.Symbol, closure.Syntax);

    public static List<Capture> Of(ILocalFunctionOperation closure) =>
        closure.Body is { } body ? Of(body, closure.Symbol, closure.Syntax) : [];

    private static List<Capture> Of(IBlockOperation body, IMethodSymbol function, SyntaxNode closure)
    {
        var captures = new List<Capture>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in body.Descendants())
        {
            switch (operation)
            {
                case ILocalReferenceOperation { Local: { IsConst: false } local } when !IsDeclaredIn(local, function, closure) && seen.Add(local):
                    captures.Add(new Capture(local, local.Type, operation.Syntax));
                    break;
                case IParameterReferenceOperation { Parameter: var parameter } when !IsDeclaredIn(parameter, function, closure) && seen.Add(parameter):
                    captures.Add(new Capture(parameter, parameter.Type, operation.Syntax));
                    break;
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { } self } when seen.Add(self):
                    captures.Add(new Capture(self, self, operation.Syntax));
                    break;
            }
        }

        return captures;
    }

    private static bool IsDeclaredIn(ISymbol variable, IMethodSymbol function, SyntaxNode closure)
    {
        foreach (var reference in variable.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree == closure.SyntaxTree && closure.Span.Contains(reference.Span))
                return true;
        }

        // Implicit parameters, such as an event's in 'delegate { }', and lambda discards.
        return SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function);
    }
}
