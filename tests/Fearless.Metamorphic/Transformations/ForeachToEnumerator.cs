using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class ForeachToEnumerator : Transformation
{
    public override string Name => "foreach-to-enumerator";

    public override string Precondition => "a foreach over a reference with a generic enumerator, not asynchronous";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(StatementSyntax was, StatementSyntax now)
        {
            if (was is not ForEachStatementSyntax { AwaitKeyword.RawKind: 0, Type: not RefTypeSyntax } loop
                || Model.GetTypeInfo(loop.Expression).Type is not INamedTypeSymbol { IsReferenceType: true, SpecialType: not SpecialType.System_String } type
                || Model.GetForEachStatementInfo(loop).GetEnumeratorMethod is not { IsExtensionMethod: false }
                || !(type.AllInterfaces.Prepend(type).Any(static i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T))
                || !Sites.Take())
            {
                return null;
            }

            var rewritten = (ForEachStatementSyntax)now;
            var enumerator = Fresh("enumerator");
            return $$"""
                using (var {{enumerator}} = {{Text(rewritten.Expression)}}.GetEnumerator())
                {
                    while ({{enumerator}}.MoveNext(){{(Marks.IsIn(rewritten.Expression.ToFullString()) ? Marks.Mark : "")}})
                    {
                        {{Text(rewritten.Type)}} {{rewritten.Identifier.ValueText}} = {{enumerator}}.Current;
                        {{Inside(rewritten.Statement)}}
                    }
                }
                """;
        }
    }
}
