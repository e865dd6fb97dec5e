using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Fix of FEAR2008: the start moves to the end of the constructor, where everything has been stored.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EarlyStartFix)), Shared]
public sealed class EarlyStartFix() : StepwiseCodeFix(Descriptors.FEAR2008_EarlyStart)
{
    internal override async Task<FixStep?> StepAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || node.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax { Parent: BlockSyntax { Parent: ConstructorDeclarationSyntax } body } start)
            return null;
        var index = body.Statements.IndexOf(start);
        var later = body.Statements.Skip(index + 1).ToList();

        // What is stored by the start may be used further down, and a return would skip it.
        var stored = (start.Expression as AssignmentExpressionSyntax)?.Left.ToString();
        if (later.Count == 0 || later.Any(statement => statement is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax }
            || (stored is not null && statement.ToString().Contains(stored))))
        {
            return null;
        }

        var statements = body.Statements.RemoveAt(index);
        if (index == 0)
            statements = statements.Replace(statements[0], Statements.AsFirst(statements[0]));
        return new FixStep(
            "Start the work at the end of the constructor",
            nameof(EarlyStartFix),
            root.ReplaceNode(body, body.WithStatements(statements.Add(StatementEdits.Moved(start, LineEndings.In(root))))));
    }
}
