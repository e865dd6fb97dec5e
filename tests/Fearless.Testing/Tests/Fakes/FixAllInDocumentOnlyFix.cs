using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: promises Fix All everywhere, but can do it in documents alone.</summary>
public sealed class FixAllInDocumentOnlyFix : RenameFix
{
    public override FixAllProvider? GetFixAllProvider() => new DocumentOnly();

    protected override string Rename(string name) => Capitalize(name);

    private sealed class DocumentOnly : FixAllProvider
    {
        public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project];

        public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
            fixAllContext.Scope == FixAllScope.Document ? await WellKnownFixAllProviders.BatchFixer.GetFixAsync(fixAllContext) : null;
    }
}
