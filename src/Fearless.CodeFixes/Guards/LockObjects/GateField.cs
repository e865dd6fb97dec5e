using System.Collections.Generic;
using System.Linq;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Fearless.CodeFixes;

/// <summary>The private readonly field that is locked from now on: one that is there and unused, or a new one.</summary>
internal sealed class GateField(
    LockFixContext context, List<LockSite> group, INamedTypeSymbol owner, TypeDeclarationSyntax declaration, bool isStatic)
{
    // 'lock' takes a Lock as a Lock from C# 13 on; before, it took its monitor. An iterator cannot keep the scope of a Lock across a yield.
    private readonly bool _isLock = KnowsLock(context.Model.Compilation, context.Root)
        && !owner.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "SerializableAttribute")
        && group.TrueForAll(static site => site.Use.IsStatement && !site.Node.DescendantNodes().OfType<YieldStatementSyntax>().Any());

    public static bool KnowsLock(Compilation compilation, SyntaxNode root) =>
        ((CSharpParseOptions)root.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp13
        && compilation.GetTypesByMetadataName("System.Threading.Lock").Length > 0;

    /// <summary>Adds the field if need be, and says its name.</summary>
    public string Introduce(DocumentEditor editor, FixSession session)
    {
        if (Unused() is { } unused && session.Once(("gate", unused)))
            return unused;

        var name = GateName.For(owner, context.Reported, isStatic);
        var (candidate, number) = (name, 1);
        while (context.CountNames(candidate) > 0 || owner.GetMembers(candidate).Length > 0 || !session.Once(("gate", candidate)))
            candidate = name + (++number).ToString(System.Globalization.CultureInfo.InvariantCulture);
        editor.ReplaceNode(declaration, (node, _) => Insert((TypeDeclarationSyntax)node, candidate));
        return candidate;
    }

    // A field that was made for this and forgotten; one that is in use guards something else.
    private string? Unused()
    {
        foreach (var member in owner.GetMembers())
        {
            if (member is IFieldSymbol { IsReadOnly: true, DeclaredAccessibility: Accessibility.Private } field && field.IsStatic == isStatic
                && (field.Type.SpecialType == SpecialType.System_Object || _isLock && KnownTypes.IsThreadingLock(field.Type))
                && field.DeclaringSyntaxReferences is { Length: 1 } parts && owner.DeclaringSyntaxReferences.Length == 1
                && parts[0].GetSyntax(context.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax }
                && context.CountNames(field.Name) == 1)
            {
                return field.Name;
            }
        }

        return null;
    }

    private TypeDeclarationSyntax Insert(TypeDeclarationSyntax type, string name)
    {
        var first = type.Members[0];
        var hasLines = type.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        var line = context.Root.DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var end = !hasLines ? [SyntaxFactory.Space] : first is FieldDeclarationSyntax ? new[] { line } : [line, line];

        var creation = ((CSharpParseOptions)context.Root.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp9 ? "new()" : "new " + TypeName() + "()";
        var text = (isStatic ? "private static readonly " : "private readonly ") + TypeName() + " " + name + " = " + creation + ";";
        var field = SyntaxFactory.ParseMemberDeclaration(text)!;
        field = field
            .ReplaceNodes(field.DescendantNodes().OfType<QualifiedNameSyntax>(), static (_, node) => node.WithAdditionalAnnotations(Simplifier.Annotation))
            .WithLeadingTrivia(Indentation(first))
            .WithTrailingTrivia(end);
        return type.WithMembers(type.Members.Insert(0, field));
    }

    private string TypeName()
    {
        if (!_isLock)
            return "object";
        var visible = context.Model.LookupNamespacesAndTypes(declaration.OpenBraceToken.SpanStart, name: "Lock");
        return visible.Length == 1 && KnownTypes.IsThreadingLock(visible[0] as ITypeSymbol) ? "Lock" : "global::System.Threading.Lock";
    }

    private static SyntaxTriviaList Indentation(SyntaxNode first)
    {
        var leading = first.GetLeadingTrivia();
        return leading.Count > 0 && leading.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? [leading.Last()] : [];
    }
}
