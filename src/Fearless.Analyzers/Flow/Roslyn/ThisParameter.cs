using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// A private static helper that all its callers give <c>this</c> is an instance method in another spelling: its parameter is this object.
/// By syntax, since whoever can call it stands in the declaration of its type.
/// </summary>
internal static class ThisParameter
{
    private static readonly ConditionalWeakTable<IMethodSymbol, StrongBox<int>> _ordinals = new();

    public static bool Is(IParameterSymbol parameter) =>
        parameter is { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol { IsStatic: true, MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private } method }
        && method.ContainingType is { TypeKind: TypeKind.Class } type && SymbolEqualityComparer.Default.Equals(parameter.Type, type)
        && _ordinals.GetValue(method, static method => new StrongBox<int>(Find(method))).Value == parameter.Ordinal;

    private static int Find(IMethodSymbol method)
    {
        // An overload would have to be told apart by its arguments.
        if (method.DeclaringSyntaxReferences.Length != 1 || method.ContainingType.GetMembers(method.Name).Length != 1)
            return -1;
        foreach (var parameter in method.Parameters)
        {
            if (SymbolEqualityComparer.Default.Equals(parameter.Type, method.ContainingType)
                && !IsAssigned(parameter.Name, method.DeclaringSyntaxReferences[0].GetSyntax())
                && IsThisAtAllCalls(method, parameter))
            {
                return parameter.Ordinal;
            }
        }

        return -1;
    }

    private static bool IsThisAtAllCalls(IMethodSymbol method, IParameterSymbol parameter)
    {
        var isCalled = false;
        foreach (var declaration in method.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (var node in declaration.GetSyntax().DescendantNodes())
            {
                if (node is not SimpleNameSyntax name || name.Identifier.ValueText != method.Name)
                    continue;
                if (!IsGivenThis(name, parameter))
                    return false;
                isCalled = true;
            }
        }

        return isCalled;
    }

    private static bool IsGivenThis(SimpleNameSyntax name, IParameterSymbol parameter)
    {
        ExpressionSyntax called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        if (called.Parent is not InvocationExpressionSyntax call || call.Expression != called)
            return false;
        var arguments = call.ArgumentList.Arguments;
        var argument = parameter.Ordinal < arguments.Count && arguments[parameter.Ordinal].NameColon is null ? arguments[parameter.Ordinal] : null;
        foreach (var named in arguments)
        {
            if (named.NameColon?.Name.Identifier.ValueText == parameter.Name)
                argument = named;
        }

        return argument?.Expression is ThisExpressionSyntax;
    }

    private static bool IsAssigned(string name, SyntaxNode method)
    {
        foreach (var node in method.DescendantNodes())
        {
            if (node is IdentifierNameSyntax { Parent: { } parent } used && used.Identifier.ValueText == name
                && ((parent is AssignmentExpressionSyntax assignment && assignment.Left == used) || parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 }))
            {
                return true;
            }
        }

        return false;
    }
}
