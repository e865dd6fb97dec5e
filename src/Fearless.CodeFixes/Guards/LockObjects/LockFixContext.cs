using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>The lock that a finding is about, and all others of its document.</summary>
internal sealed class LockFixContext
{
    private LockFixContext(Document document, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        Document = document;
        Root = root;
        Model = model;
        CancellationToken = cancellationToken;
        All = LockSite.FindAll(root, model, cancellationToken);
    }

    public Document Document { get; }

    public SyntaxNode Root { get; }

    public SemanticModel Model { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>All uses of monitors in the document, in order.</summary>
    public IReadOnlyList<LockSite> All { get; }

    public LockSite Reported { get; private set; } = null!;

    public static async Task<LockFixContext?> CreateAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return null;
        }

        var context = new LockFixContext(document, root, model, cancellationToken);
        var span = diagnostic.Location.SourceSpan;
        if (context.All.LastOrDefault(site => site.Expression.Span.Contains(span)) is not { } reported)
            return null;
        context.Reported = reported;
        return context;
    }

    /// <summary>How often a name stands in the document, declarations included. Names are compared, so that it may be too many.</summary>
    public int CountNames(string name) =>
        Root.DescendantTokens().Count(token => token.ValueText == name && token.Parent is SimpleNameSyntax or VariableDeclaratorSyntax);

    public INamedTypeSymbol? TypeAround(SyntaxNode node) =>
        node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration ? Model.GetDeclaredSymbol(declaration, CancellationToken) as INamedTypeSymbol : null;
}
