using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// What a method of this program does with a parameter that it takes by reference: <c>Record(ref _started)</c>, where <c>Record</c> hands it to
/// <c>Interlocked</c> and does nothing else with it, is an atomic access.
/// </summary>
internal static class AtomicParameters
{
    /// <summary>Null: not all that is done with it is atomic, as far as one sees.</summary>
    public static AccessKind? KindOf(IParameterSymbol parameter)
    {
        AccessKind? all = null;
        if (parameter.OriginalDefinition.ContainingSymbol is not IMethodSymbol { DeclaringSyntaxReferences: { Length: 1 } declarations })
            return null;
        foreach (var node in declarations[0].GetSyntax().DescendantNodes())
        {
            if (node is not IdentifierNameSyntax name || name.Identifier.ValueText != parameter.Name || IsMemberName(name))
                continue;
            if (UseOf(name) is not { } kind)
                return null;
            all = all is null ? kind : all | kind;
        }

        return all;
    }

    private static bool IsMemberName(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name,
        NameColonSyntax or NameEqualsSyntax or MemberBindingExpressionSyntax => true,
        _ => false,
    };

    private static AccessKind? UseOf(IdentifierNameSyntax name)
    {
        if (name.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } } })
            return IsNameOf(name) ? AccessKind.Atomic : null;
        return (TypeOf(call), call.Name.Identifier.ValueText) switch
        {
            ("Interlocked" or "Volatile", "Read") => AccessKind.Read | AccessKind.Atomic,
            ("Volatile", "Write") => AccessKind.Write | AccessKind.Atomic,
            ("Interlocked", _) => AccessKind.ReadWrite | AccessKind.Atomic,
            _ => null,
        };
    }

    private static string TypeOf(MemberAccessExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax qualified ? qualified.Name.Identifier.ValueText : call.Expression.ToString();

    private static bool IsNameOf(IdentifierNameSyntax name) =>
        name.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } };
}
