using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>A FEAR2001 finding, read back from its document.</summary>
internal sealed class CaptureContext
{
    private CaptureContext(SemanticModel model, ISymbol variable, IdentifierNameSyntax use, SyntaxNode call, SyntaxNode member, bool isWithItself)
    {
        Model = model;
        Variable = variable;
        Use = use;
        Call = call;
        Member = member;
        IsWithItself = isWithItself;
    }

    public SemanticModel Model { get; }

    public ISymbol Variable { get; }

    /// <summary>Where the finding stands.</summary>
    public IdentifierNameSyntax Use { get; }

    /// <summary>The call that hands the delegate over.</summary>
    public SyntaxNode Call { get; }

    public SyntaxNode Member { get; }

    public bool IsWithItself { get; }

    public ITypeSymbol? Type => (Variable as ILocalSymbol)?.Type ?? (Variable as IParameterSymbol)?.Type;

    public static async Task<CaptureContext?> CreateAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || FixFacts.CallOf(diagnostic) is not { } span || !root.FullSpan.Contains(span))
            return null;
        if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not IdentifierNameSyntax use
            || model.GetSymbolInfo(use, cancellationToken).Symbol is not { } variable
            || use.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
        {
            return null;
        }

        return new CaptureContext(model, variable, use, root.FindNode(span, getInnermostNodeForTie: true), member, FixFacts.IsWithItself(diagnostic));
    }

    /// <summary>Every mention of the variable inside the node.</summary>
    public IEnumerable<IdentifierNameSyntax> UsesIn(SyntaxNode node) => node.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == Variable.Name
            && SymbolEqualityComparer.Default.Equals(Model.GetSymbolInfo(name).Symbol, Variable));

    public static bool IsWritten(IdentifierNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        PostfixUnaryExpressionSyntax postfix => postfix.IsStep(),
        PrefixUnaryExpressionSyntax prefix => prefix.IsStep(),
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0 || argument.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax },
        RefExpressionSyntax => true,
        _ => false,
    };
}
