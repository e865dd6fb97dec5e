using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Fearless.CodeFixes;

/// <summary>One lock for all uses of a field: around those of a function that belong together, if nothing there may take long.</summary>
internal static class GuardMember
{
    /// <summary>The field that is named, or changed, by the node.</summary>
    public static FixOffer? At(SyntaxNode node, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        GuardedField.Of(node, model, cancellationToken) is { } field ? For(field, root, model, cancellationToken) : null;

    public static FixOffer? For(IFieldSymbol field, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        if (field.IsVolatile || field.ContainingType.IsRecord || (!field.IsStatic && field.ContainingType.TypeKind != TypeKind.Class)
            || MemberUses.Of(field, root, model, cancellationToken) is not { Shared.Count: > 0 } uses)
            return null;
        var gate = Gate.Of(uses, model, cancellationToken);
        var regions = new List<Action<DocumentEditor, FixSession>>();
        foreach (var function in uses.Shared.Where(use => !gate.IsHeldAt(use, model, cancellationToken)).GroupBy(FunctionOf))
        {
            if (!Plan(function.ToList(), gate, model, regions, cancellationToken))
                return null;
        }

        if (regions.Count == 0)
            return null;

        // What goes out to a caller is no longer under the lock.
        var given = uses.Shared.Where(use => IsGivenAway(use, model, cancellationToken)).ToList();
        if (given.Exists(use => !CopyOutFix.CanBeSpread(use, model)))
            return null;
        return new FixOffer($"Guard '{field.Name}' with a lock", nameof(GuardMember), (editor, session) =>
        {
            foreach (var use in given)
                editor.ReplaceNode(use, static (current, _) => CopyOutFix.Copy((ExpressionSyntax)current));
            foreach (var region in regions)
                region(editor, session);
            gate.Introduce(editor, session);
        });
    }

    /// <summary>A collection that is returned itself.</summary>
    private static bool IsGivenAway(ExpressionSyntax use, SemanticModel model, CancellationToken cancellationToken) =>
        use.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax
        && model.GetTypeInfo(use, cancellationToken).Type is { SpecialType: not SpecialType.System_String } type
        && !type.Name.StartsWith("Immutable", StringComparison.Ordinal) && !type.Name.StartsWith("Concurrent", StringComparison.Ordinal)
        && (type is IArrayTypeSymbol || type.AllInterfaces.Any(static one => one.SpecialType == SpecialType.System_Collections_IEnumerable));

    private static SyntaxNode FunctionOf(SyntaxNode node) => node.Ancestors().First(static around =>
        around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax or MemberDeclarationSyntax);

    private static bool Plan(List<ExpressionSyntax> uses, Gate gate, SemanticModel model, List<Action<DocumentEditor, FixSession>> regions, CancellationToken cancellationToken)
    {
        var receivers = uses.Select(ReceiverOf).ToList();
        if (receivers.Contains(null))
            return false;
        if (receivers.Distinct().Count() == 1 && uses.Count > 1 && StatementRange.Around(uses) is { } range && range.Statements.All(statement => Quickness.Has(statement, model, cancellationToken))
            && range.Under(MissingLock.Named(receivers[0] + gate.Name), model) is { } together)
        {
            regions.Add(together);
            return true;
        }

        var done = new HashSet<SyntaxNode>();
        foreach (var use in uses)
        {
            var code = (SyntaxNode?)use.FirstAncestorOrSelf<StatementSyntax>(statement => statement.Span.Contains(FunctionOf(use).Span) is false) ?? use.Parent!;
            var lockHere = MissingLock.Named(ReceiverOf(use) + gate.Name);
            if (SnapshotLoop.For(use, lockHere, model) is { } snapshot)
                regions.Add(snapshot);
            else if (!done.Add(code))
                continue;
            else if (Quickness.Has(HeaderOrAll(use, code), model, cancellationToken) && LockedRegion.Around(use, lockHere, model) is { } region)
                regions.Add(region);
            else
                return false;
        }

        return true;
    }

    /// <summary>What would be locked.</summary>
    private static SyntaxNode HeaderOrAll(ExpressionSyntax use, SyntaxNode code) => code is StatementSyntax ? code : use.AncestorsAndSelf().OfType<ExpressionSyntax>().Last();

    /// <summary>With its dot; null: no plain name.</summary>
    private static string? ReceiverOf(ExpressionSyntax use) => use switch
    {
        IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => "",
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } access when PlainExpression.Is(access.Expression) => access.Expression.WithoutTrivia() + ".",
        _ => null,
    };
}
