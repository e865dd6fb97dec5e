using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Fearless.CodeFixes;

/// <summary>A lock of the function's own for an object in a variable that several pieces of work use at once.</summary>
internal static class GuardLocal
{
    public static FixOffer? For(CaptureContext context)
    {
        if (context.Variable is not (ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None }) || context.Call.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault(static statement => statement.Parent is BlockSyntax) is not { } start)
            return null;

        // The work's own uses, and the one that overlaps with it from outside.
        var uses = context.UsesIn(context.Call).Concat(context.Call.FullSpan.Contains(context.Use.Span) ? [] : [context.Use]).Distinct().ToList();
        var anchor = AnchorOf(context.Variable, start);
        if (anchor is null || uses.Count == 0)
            return null;
        var name = FreshNames.At(context.Model, start, "gate");
        var gate = MissingLock.Named(name);
        var regions = new List<Action<DocumentEditor, FixSession>>();
        foreach (var use in uses)
        {
            var code = use.Ancestors().TakeWhile(node => node != start.Parent).FirstOrDefault(static node => node is StatementSyntax or LambdaExpressionSyntax { ExpressionBody: not null });
            if (code is null || code.Span.Contains(context.Call.Span) || !Quickness.Has(code is LambdaExpressionSyntax { ExpressionBody: { } body } ? body : code, context.Model, default)
                || LockedRegion.Around(use, gate, context.Model) is not { } region)
                return null;
            regions.Add(region);
        }

        return new FixOffer($"Take a lock around '{context.Variable.Name}'", nameof(GuardLocal), (editor, session) =>
        {
            foreach (var region in regions)
                region(editor, session);
            if (!session.Once((anchor, name)))
                return;
            var type = GateField.KnowsLock(context.Model.Compilation, editor.OriginalRoot) ? Imports.NameOf(editor, session, start, "System.Threading", "Lock") : "object";
            var declaration = SyntaxFactory.ParseStatement($"var {name} = new {type}();").WithLeadingTrivia(anchor.GetLeadingTrivia()).WithTrailingTrivia(LineEndings.In(editor.OriginalRoot));
            editor.InsertBefore(anchor, declaration);
            editor.ReplaceNode(anchor, static (current, _) => current.WithLeadingTrivia(StatementEdits.Indentation(current)));
        });
    }

    /// <summary>Where the variable begins: what is declared in a loop gets a lock for each round, what is declared before it one for all.</summary>
    private static StatementSyntax? AnchorOf(ISymbol variable, StatementSyntax start)
    {
        if (variable is ILocalSymbol && variable.DeclaringSyntaxReferences.Length == 1)
            return variable.DeclaringSyntaxReferences[0].GetSyntax().FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is { Parent: BlockSyntax } declaration ? declaration : null;
        return start.AncestorsAndSelf().OfType<StatementSyntax>().LastOrDefault(static statement => statement.Parent is BlockSyntax { Parent: BaseMethodDeclarationSyntax });
    }
}
