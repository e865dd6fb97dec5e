using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>A fix that puts another token where the diagnostic is; it behaves, until a derived one does not.</summary>
public abstract class RenameFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEST0001"];

    protected virtual string Title => "Rename it";

    protected virtual string? Key => "Rename";

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Register(context, Title, Key);
        return Task.CompletedTask;
    }

    protected abstract string Rename(string name);

    protected void Register(CodeFixContext context, string title, string? key) =>
        context.RegisterCodeFix(Create(context, title, key), context.Diagnostics.First());

    protected CodeAction Create(CodeFixContext context, string title, string? key) => CodeAction.Create(
        title,
        async cancellationToken =>
        {
            var root = (await context.Document.GetSyntaxRootAsync(cancellationToken))!;
            var token = root.FindToken(context.Span.Start);
            var name = SyntaxFactory.Identifier(token.LeadingTrivia, Rename(token.Text), token.TrailingTrivia);
            return context.Document.WithSyntaxRoot(root.ReplaceToken(token, name));
        },
        key);

    protected static string Capitalize(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
