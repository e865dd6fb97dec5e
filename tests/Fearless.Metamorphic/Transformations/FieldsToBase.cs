using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class FieldsToBase : Transformation
{
    public override string Name => "fields-to-base";

    public override string Precondition => "a class without base class, type parameters and primary constructor: its private fields that no constructor assigns";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override TypeDeclarationSyntax Complete(TypeDeclarationSyntax was, TypeDeclarationSyntax now)
        {
            if (was is not ClassDeclarationSyntax { ParameterList: null, TypeParameterList: null, Parent: BaseNamespaceDeclarationSyntax or CompilationUnitSyntax }
                || Model.GetDeclaredSymbol(was) is not INamedTypeSymbol { IsStatic: false, BaseType.SpecialType: SpecialType.System_Object } type
                || type.GetAttributes().Length > 0)
            {
                return now;
            }

            var assigned = was.Members.OfType<ConstructorDeclarationSyntax>().SelectMany(static c => c.DescendantNodes().OfType<SimpleNameSyntax>())
                .Select(static n => n.Identifier.ValueText).ToHashSet();
            var moved = now.Members.OfType<FieldDeclarationSyntax>().Where(field => field.Modifiers.Any(SyntaxKind.PrivateKeyword)
                && !field.Modifiers.Any(static m => m.Kind() is SyntaxKind.ConstKeyword or SyntaxKind.StaticKeyword)
                && field.Declaration.Variables.All(v => !assigned.Contains(v.Identifier.ValueText))).ToList();
            if (moved.Count == 0 || !Sites.Take())
                return now;

            var name = Fresh(was.Identifier.ValueText + "State");
            var fields = moved.Select(static field => field.ToFullString().Replace("private ", "private protected "));
            AddType($"{(type.DeclaredAccessibility == Accessibility.Public ? "public" : "internal")} abstract class {name}\n{{\n{string.Concat(fields)}}}");
            var rest = now.WithMembers([.. now.Members.Where(m => !moved.Contains(m))]);
            var bases = rest.BaseList is { } list ? ": " + name + ", " + string.Join(", ", list.Types.Select(static t => Text(t))) : ": " + name;
            var header = SyntaxFactory.ParseMemberDeclaration($"class X {bases}\n{{}}");
            return rest.WithIdentifier(rest.Identifier.WithTrailingTrivia(SyntaxFactory.Space)).WithBaseList(((ClassDeclarationSyntax)header!).BaseList);
        }
    }
}
