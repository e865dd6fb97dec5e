using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Types;

/// <summary>What a closure takes with it, in the order of first use.</summary>
internal static class Captures
{
    public static List<Capture> Of(IAnonymousFunctionOperation closure)
    {
        var captures = new List<Capture>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in closure.Body.Descendants())
        {
            switch (operation)
            {
                case ILocalReferenceOperation { Local: { IsConst: false } local } when !IsDeclaredIn(local, closure) && seen.Add(local):
                    captures.Add(new Capture(local, local.Type, operation.Syntax));
                    break;
                case IParameterReferenceOperation { Parameter: var parameter } when !IsDeclaredIn(parameter, closure) && seen.Add(parameter):
                    captures.Add(new Capture(parameter, parameter.Type, operation.Syntax));
                    break;
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { } self } when seen.Add(self):
                    captures.Add(new Capture(self, self, operation.Syntax));
                    break;
            }
        }

        return captures;
    }

    private static bool IsDeclaredIn(ISymbol variable, IAnonymousFunctionOperation closure)
    {
        foreach (var reference in variable.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree == closure.Syntax.SyntaxTree && closure.Syntax.Span.Contains(reference.Span))
                return true;
        }

        // Implicit parameters, such as an event's in 'delegate { }', and lambda discards.
        return SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, closure.Symbol);
    }
}
