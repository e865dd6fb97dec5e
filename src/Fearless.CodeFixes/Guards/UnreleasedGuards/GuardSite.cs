using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>An acquisition whose guard gets lost, alone in a statement of a statement list, so that a statement can be put before it.</summary>
internal sealed class GuardSite
{
    private readonly Document _document;
    private readonly SyntaxAnnotation _mark;
    private readonly int _errors;

    private GuardSite(Document document, SemanticModel model, InvocationExpressionSyntax call, SyntaxAnnotation mark, int errors, CancellationToken cancellationToken)
    {
        _document = document;
        _mark = mark;
        _errors = errors;
        Model = model;
        Call = call;
        CancellationToken = cancellationToken;
        Acquisition = GuardExpression.Around(call, model, cancellationToken);
    }

    public CancellationToken CancellationToken { get; }

    public SemanticModel Model { get; }

    public SyntaxNode Root => Call.SyntaxTree.GetRoot(CancellationToken);

    public InvocationExpressionSyntax Call { get; }

    /// <summary>The whole expression whose value is the guard: with its await, for one.</summary>
    public ExpressionSyntax Acquisition { get; }

    /// <summary>The variable that an <c>out</c> argument declares for the guard.</summary>
    public SingleVariableDesignationSyntax? OutVariable =>
        OutArgument?.Expression is DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax variable } ? variable : null;

    public ArgumentSyntax? OutArgument =>
        Call.ArgumentList.Arguments.LastOrDefault() is { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword } last ? last : null;

    public StatementSyntax Statement => Acquisition.FirstAncestorOrSelf<StatementSyntax>()!;

    /// <summary>The field, property or variable that is the lock.</summary>
    public ISymbol? Lock => Call.Expression is MemberAccessExpressionSyntax member ? Model.GetSymbolInfo(member.Expression, CancellationToken).Symbol : null;

    public ITypeSymbol? GuardType => OutVariable is { } variable
        ? (Model.GetDeclaredSymbol(variable, CancellationToken) as ILocalSymbol)?.Type
        : Model.GetTypeInfo(OutArgument?.Expression ?? Acquisition, CancellationToken).Type;

    /// <summary>The lock may be taken by its holder again.</summary>
    public bool IsReentrant => GuardType is { Name: "Scope" };

    public static async Task<GuardSite?> FindAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return null;
        }

        // The site moves into a block of its own where there is none yet: the fix is the same everywhere from then on.
        var mark = new SyntaxAnnotation();
        var errors = Errors(model, call, cancellationToken);
        var site = new GuardSite(document, model, call, mark, errors, cancellationToken);
        var root = call.SyntaxTree.GetRoot(cancellationToken).ReplaceNode(call, call.WithAdditionalAnnotations(mark));
        site = await site.WithAsync(root).ConfigureAwait(false);
        if (site is not null && EvaluationPlace.IsUnconditional(site.Acquisition) && BlockBody.Expand(site) is { } expanded)
            site = expanded == site.Root ? site : await site.WithAsync(expanded).ConfigureAwait(false);
        else
            return null;
        return site is not null && Statements.IsInList(site.Statement) && !site.Statement.ContainsDirectives ? site : null;
    }

    /// <summary>The fixed document has no error that was not there before.</summary>
    public async Task<bool> CompilesAsync(SyntaxNode root)
    {
        var model = await _document.WithSyntaxRoot(root).GetSemanticModelAsync(CancellationToken).ConfigureAwait(false);
        return model is not null && Marked(model) is { } call && Errors(model, call, CancellationToken) <= _errors;
    }

    private async Task<GuardSite?> WithAsync(SyntaxNode root)
    {
        var document = _document.WithSyntaxRoot(root);
        var model = await document.GetSemanticModelAsync(CancellationToken).ConfigureAwait(false);
        return model is not null && Marked(model) is { } call ? new GuardSite(document, model, call, _mark, _errors, CancellationToken) : null;
    }

    private InvocationExpressionSyntax? Marked(SemanticModel model) =>
        model.SyntaxTree.GetRoot(CancellationToken).GetAnnotatedNodes(_mark).FirstOrDefault() as InvocationExpressionSyntax;

    private static int Errors(SemanticModel model, InvocationExpressionSyntax call, CancellationToken cancellationToken)
    {
        var member = call.Ancestors().FirstOrDefault(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? model.SyntaxTree.GetRoot(cancellationToken);
        return model.GetDiagnostics(member.Span, cancellationToken).Count(static d => d.Severity == DiagnosticSeverity.Error);
    }
}
