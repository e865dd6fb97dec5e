using System.Linq;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>The lock that a finding misses, as it is written at the place of the finding.</summary>
internal sealed class MissingLock
{
    private MissingLock(string expression, string kind, bool forWrite)
    {
        Expression = expression;
        Kind = kind;
        ForWrite = forWrite;
    }

    public string Expression { get; }

    public string Kind { get; }

    public bool ForWrite { get; }

    /// <summary>A lock that a <c>lock</c> statement takes.</summary>
    public static MissingLock Named(string expression) => new(expression, "Statement", forWrite: true);

    /// <summary>Null: there is no way to write it here.</summary>
    public static MissingLock? At(SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
    {
        if (!diagnostic.Properties.TryGetValue(GuardFacts.LockKey, out var name) || name is null
            || !diagnostic.Properties.TryGetValue(GuardFacts.KindKey, out var kind) || kind is null or "Other"
            || !diagnostic.Properties.TryGetValue(GuardFacts.ScopeKey, out var scope))
        {
            return null;
        }

        var forWrite = diagnostic.Properties.TryGetValue(GuardFacts.WriteKey, out var write) && write == "true";
        if (scope == "Static")
            return new MissingLock(WithinType(name, node), kind, forWrite);
        var receiver = scope == "Own" ? ReceiverOf(node) : "";
        if (receiver is null || (receiver.Length == 0 && IsInStatic(node, model)))
            return null;
        var expression = receiver.Length == 0 ? name : name == "this" ? receiver : receiver + "." + name;
        return new MissingLock(expression, kind, forWrite);
    }

    /// <summary>Empty: this object; null: no plain name.</summary>
    private static string? ReceiverOf(SyntaxNode node) => node switch
    {
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => "",
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } access when IsPlain(access.Expression) => access.Expression.ToString(),
        IdentifierNameSyntax => "",
        _ => null,
    };

    private static bool IsPlain(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsPlain(access.Expression),
        _ => false,
    };

    private static string WithinType(string name, SyntaxNode node)
    {
        var dot = name.IndexOf('.');
        return dot > 0 && node.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => type.Identifier.ValueText == name.Substring(0, dot)) ? name.Substring(dot + 1) : name;
    }

    private static bool IsInStatic(SyntaxNode node, SemanticModel model)
    {
        for (var symbol = model.GetEnclosingSymbol(node.SpanStart); symbol is IMethodSymbol or IPropertySymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.IsStatic)
                return true;
        }

        return false;
    }
}
