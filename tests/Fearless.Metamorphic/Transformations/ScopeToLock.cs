using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class ScopeToLock : Transformation
{
    public override string Name => "scope-to-lock";

    public override string Precondition => "a using statement of a scope of a System.Threading.Lock";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(StatementSyntax was, StatementSyntax now) =>
            was is UsingStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "EnterScope" } access } }
            && Gates.IsLock(Model.GetTypeInfo(access.Expression).Type) && Sites.Take()
                ? $"lock ({Text(((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)((UsingStatementSyntax)now).Expression!).Expression).Expression)})\n{Text(((UsingStatementSyntax)now).Statement)}"
                : null;
    }
}
