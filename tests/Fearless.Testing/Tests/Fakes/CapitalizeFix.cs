using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>A well-behaved fix for <see cref="LowerCaseTypeAnalyzer"/>.</summary>
public sealed class CapitalizeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEST0001"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var action = CodeAction.Create(
            "Capitalize the name",
            async cancellationToken =>
            {
                var root = (await context.Document.GetSyntaxRootAsync(cancellationToken))!;
                var token = root.FindToken(context.Span.Start);
                var name = SyntaxFactory.Identifier(token.LeadingTrivia, char.ToUpperInvariant(token.Text[0]) + token.Text[1..], token.TrailingTrivia);
                return context.Document.WithSyntaxRoot(root.ReplaceToken(token, name));
            },
            equivalenceKey: "Capitalize");
        context.RegisterCodeFix(action, context.Diagnostics.First());
        return Task.CompletedTask;
    }
}
