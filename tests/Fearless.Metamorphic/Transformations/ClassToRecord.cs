using System.Collections.Generic;
using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class ClassToRecord : Transformation
{
    public override string Name => "class-to-record";

    public override string Precondition => "a class that is not static or a base, has no base class and no members that a record makes";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        private HashSet<string>? _bases;

        public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node)
        {
            _bases ??= [.. node.SyntaxTree.GetRoot().DescendantNodes().OfType<BaseTypeSyntax>().Select(static b => b.Type.ToString())];
            var now = (ClassDeclarationSyntax)base.VisitClassDeclaration(node)!;
            if (Model.GetDeclaredSymbol(node) is not { IsStatic: false, BaseType.SpecialType: SpecialType.System_Object } type
                || _bases.Contains(type.Name) || node.Modifiers.Any(SyntaxKind.PartialKeyword)
                || type.GetMembers().Any(static m => m.Name is "Equals" or "GetHashCode" or "ToString" or "PrintMembers")
                || !Sites.Take())
            {
                return now;
            }

            return SyntaxFactory.ParseMemberDeclaration(now.ToFullString().Remove(now.Keyword.SpanStart - now.FullSpan.Start, "class".Length)
                .Insert(now.Keyword.SpanStart - now.FullSpan.Start, "record"));
        }
    }
}
