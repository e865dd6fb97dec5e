using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>What a method of this program does with a parameter that it takes by reference. What is out of sight has seen to it.</summary>
internal static class ReferenceParameters
{
    /// <summary>
    /// <c>Record(ref _started)</c>, where <c>Record</c> hands it to <c>Interlocked</c> and does nothing else with it, is an atomic access. Null: not
    /// all that is done with it is atomic, as far as one sees.
    /// </summary>
    public static AccessKind? AtomicKindOf(IParameterSymbol parameter)
    {
        AccessKind? all = null;
        foreach (var name in UsesOf(parameter))
        {
            if (AtomicKindOf(name) is not { } kind)
                return null;
            all = all is null ? kind : all | kind;
        }

        return all;
    }

    /// <summary>The argument is stored to, plainly.</summary>
    public static bool IsPlainStore(IArgumentOperation argument)
    {
        if (argument.Parameter is not { RefKind: RefKind.Ref } parameter)
            return argument.Parameter?.RefKind == RefKind.Out;
        foreach (var name in UsesOf(parameter))
        {
            if (name.Parent switch
            {
                AssignmentExpressionSyntax assignment => assignment.Left == name,
                PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression),
                PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.PostIncrementExpression) || postfix.IsKind(SyntaxKind.PostDecrementExpression),
                _ => false,
            })
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<IdentifierNameSyntax> UsesOf(IParameterSymbol parameter)
    {
        if (parameter.OriginalDefinition.ContainingSymbol is not IMethodSymbol { DeclaringSyntaxReferences: { Length: 1 } declarations })
            yield break;
        foreach (var node in declarations[0].GetSyntax().DescendantNodes())
        {
            if (node is IdentifierNameSyntax name && name.Identifier.ValueText == parameter.Name && !IsMemberName(name))
                yield return name;
        }
    }

    private static bool IsMemberName(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name,
        NameColonSyntax or NameEqualsSyntax or MemberBindingExpressionSyntax => true,
        _ => false,
    };

    private static AccessKind? AtomicKindOf(IdentifierNameSyntax name)
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
