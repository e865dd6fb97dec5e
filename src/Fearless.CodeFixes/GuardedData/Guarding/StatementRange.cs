using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Fearless.CodeFixes;

/// <summary>The statements of one block from the first to the last that hold some uses, and further to the last that needs what they declare.</summary>
internal sealed class StatementRange
{
    private readonly BlockSyntax _block;
    private readonly int _first;
    private readonly int _last;

    private StatementRange(BlockSyntax block, int first, int last)
    {
        _block = block;
        _first = first;
        _last = last;
    }

    /// <summary>What goes under the lock.</summary>
    public IEnumerable<StatementSyntax> Statements => _block.Statements.Skip(_first).Take(_last - _first + 1);

    /// <summary>Null: they are in no block together.</summary>
    public static StatementRange? Around(IReadOnlyList<ExpressionSyntax> uses)
    {
        foreach (var block in uses[0].Ancestors().TakeWhile(static node => node is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<BlockSyntax>())
        {
            if (!uses.All(use => block.Span.Contains(use.Span)))
                continue;
            var at = uses.Select(use => IndexOf(block, use)).ToList();
            var (first, last) = (at.Min(), at.Max());
            return Extended(block, first, last) is { } end ? new StatementRange(block, first, end) : null;
        }

        return null;
    }

    /// <summary>Null: it cannot be put under a lock as it is.</summary>
    public Action<DocumentEditor, FixSession>? Under(MissingLock gate, SemanticModel model)
    {
        if (_first == _last)
            return LockedRegion.Around(_block.Statements[_first], gate, model);
        return (editor, session) =>
        {
            if (session.Once((_block, _first)))
                editor.ReplaceNode(_block, (current, _) => Locked((BlockSyntax)current, gate));
        };
    }

    private BlockSyntax Locked(BlockSyntax block, MissingLock gate)
    {
        var body = block.Statements.Skip(_first).Take(_last - _first + 1).ToList();
        var leading = body[0].GetLeadingTrivia();
        body[0] = body[0].WithoutLeadingTrivia();
        var region = SyntaxFactory.LockStatement(SyntaxFactory.ParseExpression(gate.Expression), CodeFixes.Statements.Block(body))
            .WithLeadingTrivia(leading).WithTrailingTrivia(LineEndings.In(block)).WithAdditionalAnnotations(Formatter.Annotation);
        return block.WithStatements(SyntaxFactory.List([.. block.Statements.Take(_first), region, .. block.Statements.Skip(_last + 1)]));
    }

    private static int IndexOf(BlockSyntax block, SyntaxNode node) => block.Statements.IndexOf(statement => statement.Span.Contains(node.Span));

    /// <summary>Null: a jump leads into it, or what it holds ends where the block ends.</summary>
    private static int? Extended(BlockSyntax block, int first, int last)
    {
        for (var at = first; at <= last; at++)
        {
            var statement = block.Statements[at];
            if (statement is LabeledStatementSyntax or LocalFunctionStatementSyntax || statement.ContainsDirectives)
                return null;
            if (statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 })
                last = block.Statements.Count - 1;
            var declared = new HashSet<string>(Declared(statement));
            for (var later = block.Statements.Count - 1; declared.Count > 0 && later > last; later--)
            {
                if (block.Statements[later].DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && declared.Contains(token.ValueText)))
                    last = later;
            }
        }

        return last;
    }

    private static IEnumerable<string> Declared(StatementSyntax statement) => statement.DescendantNodesAndSelf().Select(static node => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
        _ => null,
    }).OfType<string>();
}
