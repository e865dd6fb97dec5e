using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Frame;

/// <summary>
/// Rewrites from the inside out: what is written in a place is decided on the node as it was, with its meaning, and made from the node as it
/// is by now. New code is text, so that a transformation reads like the code that it makes.
/// </summary>
internal abstract class SiteRewriter(SemanticModel model, Sites sites) : CSharpSyntaxRewriter
{
    private static readonly SyntaxAnnotation _splice = new();

    private readonly Stack<List<string>> _members = new();
    private readonly List<string> _types = [];

    protected SemanticModel Model { get; } = model;

    protected Sites Sites { get; } = sites;

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        var now = base.Visit(node);
        return (node, now) switch
        {
            (StatementSyntax was, StatementSyntax statement) when Replace(was, statement) is { } code => Statements(code, statement),
            (ExpressionSyntax was, ExpressionSyntax expression) when Replace(was, expression) is { } code =>
                SyntaxFactory.ParseExpression(code).WithTriviaFrom(expression),
            _ => now,
        };
    }

    public override SyntaxNode? VisitBlock(BlockSyntax node) =>
        base.VisitBlock(node) is BlockSyntax block ? block.WithStatements(Spliced(block.Statements)) : null;

    public override SyntaxNode? VisitSwitchSection(SwitchSectionSyntax node) =>
        base.VisitSwitchSection(node) is SwitchSectionSyntax section ? section.WithStatements(Spliced(section.Statements)) : null;

    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) => VisitType(node, base.VisitClassDeclaration);

    public override SyntaxNode? VisitStructDeclaration(StructDeclarationSyntax node) => VisitType(node, base.VisitStructDeclaration);

    public override SyntaxNode? VisitRecordDeclaration(RecordDeclarationSyntax node) => VisitType(node, base.VisitRecordDeclaration);

    public override SyntaxNode? VisitCompilationUnit(CompilationUnitSyntax node)
    {
        var unit = (CompilationUnitSyntax)base.VisitCompilationUnit(node)!;
        return _types.Count == 0 ? unit : unit.AddMembers([.. _types.Select(static type => SyntaxFactory.ParseMemberDeclaration("\n" + type + "\n")!)]);
    }

    /// <summary>Other statements in the place of one, or null to leave it.</summary>
    protected virtual string? Replace(StatementSyntax was, StatementSyntax now) => null;

    protected virtual string? Replace(ExpressionSyntax was, ExpressionSyntax now) => null;

    /// <summary>To be called before anything is taken: the members of a type as it is now, with those that its places asked for.</summary>
    protected virtual TypeDeclarationSyntax Complete(TypeDeclarationSyntax was, TypeDeclarationSyntax now) => now;

    /// <summary>To the type that is being rewritten.</summary>
    protected void AddMember(string code) => _members.Peek().Add(code);

    /// <summary>To the end of the file, in its namespace if that has no braces.</summary>
    protected void AddType(string code) => _types.Add(code);

    protected string Fresh(string stem) => Sites.Fresh(stem);

    /// <summary>With its marks, without the space around it.</summary>
    protected static string Text(SyntaxNode node) => node.ToFullString().Trim();

    /// <summary>The statements of a block, or the statement that stands in its place.</summary>
    protected static string Inside(StatementSyntax body) =>
        body is BlockSyntax block ? string.Concat(block.Statements.Select(static s => s.ToFullString())) : Text(body);

    protected ISymbol? SymbolOf(SyntaxNode node) => Model.GetSymbolInfo(node).Symbol;

    private SyntaxNode? VisitType<T>(T node, System.Func<T, SyntaxNode?> visit)
        where T : TypeDeclarationSyntax
    {
        _members.Push([]);
        var type = (TypeDeclarationSyntax)visit(node)!;
        var added = _members.Pop();
        type = Complete(node, type);
        if (added.Count == 0)
            return type;
        if (type.OpenBraceToken.IsKind(SyntaxKind.None) || type.OpenBraceToken.IsMissing)
        {
            type = type.WithSemicolonToken(default)
                .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken))
                .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken));
        }

        return type.AddMembers([.. added.Select(static member => SyntaxFactory.ParseMemberDeclaration("\n    " + member + "\n")!)]);
    }

    private static StatementSyntax Statements(string code, StatementSyntax place)
    {
        var block = (BlockSyntax)SyntaxFactory.ParseStatement("{\n" + code + "\n}\n");
        return block.Statements is [var only] && only is not LocalDeclarationStatementSyntax and not LocalFunctionStatementSyntax
            ? only.WithLeadingTrivia(place.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.LineFeed)
            : block.WithAdditionalAnnotations(_splice).WithLeadingTrivia(place.GetLeadingTrivia());
    }

    private static SyntaxList<StatementSyntax> Spliced(SyntaxList<StatementSyntax> statements) =>
        [.. statements.SelectMany(static s => s.HasAnnotation(_splice) ? ((BlockSyntax)s).Statements : Enumerable.Repeat(s, 1))];
}
