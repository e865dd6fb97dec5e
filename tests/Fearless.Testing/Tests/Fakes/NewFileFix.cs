using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Writes the name with a capital, and a new file; its texts have the encoding they had, or none.</summary>
public class NewFileFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEST0001"];

    protected virtual bool KeepsEncoding => true;

    public override FixAllProvider? GetFixAllProvider() => null;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(
            CodeAction.Create(
                "Move the name",
                async cancellationToken =>
                {
                    var text = await context.Document.GetTextAsync(cancellationToken);
                    var changed = text.ToString().Replace("bad", "Bad", System.StringComparison.Ordinal);
                    var encoding = KeepsEncoding ? text.Encoding : null;
                    return context.Document.WithText(SourceText.From(changed, encoding)).Project
                        .AddDocument("New.cs", SourceText.From("class New { }", encoding)).Project.Solution;
                },
                "Move"),
            context.Diagnostics.First());
        return Task.CompletedTask;
    }
}
