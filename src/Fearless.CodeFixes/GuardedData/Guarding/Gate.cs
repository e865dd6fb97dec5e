using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Fearless.CodeFixes;

/// <summary>The lock of a member: the one that some of its uses hold, one that was made and forgotten, or a new one.</summary>
internal sealed class Gate
{
    private readonly MemberUses _uses;
    private readonly bool _isNew;

    private Gate(string name, MemberUses uses, bool isNew)
    {
        Name = name;
        _uses = uses;
        _isNew = isNew;
    }

    public string Name { get; }

    public static Gate Of(MemberUses uses, SemanticModel model, CancellationToken cancellationToken)
    {
        var known = uses.Shared.SelectMany(use => HeldAt(use, uses.Field, model, cancellationToken)).GroupBy(static name => name).OrderByDescending(static group => group.Count()).FirstOrDefault();
        if (known is not null)
            return new Gate(known.Key, uses, isNew: false);
        var wanted = Styled(uses.Field.ContainingType, uses.Field.IsStatic);
        var name = wanted;
        for (var number = 2; uses.Field.ContainingType.GetMembers(name).Length > 0 || uses.Declaration.DescendantTokens().Any(token => token.ValueText == name); number++)
            name = wanted + number;
        return new Gate(name, uses, isNew: true);
    }

    /// <summary>The use holds it already.</summary>
    public bool IsHeldAt(ExpressionSyntax use, SemanticModel model, CancellationToken cancellationToken) => HeldAt(use, _uses.Field, model, cancellationToken).Contains(Name);

    /// <summary>Adds the field, if it is a new one.</summary>
    public void Introduce(DocumentEditor editor, FixSession session)
    {
        if (!_isNew || !session.Once(("gate", Name)))
            return;
        var isLock = GateField.KnowsLock(editor.SemanticModel.Compilation, editor.OriginalRoot);
        var type = isLock ? Imports.NameOf(editor, session, _uses.Declaration.Members[0], "System.Threading", "Lock") : "object";
        var end = LineEndings.In(editor.OriginalRoot);
        editor.ReplaceNode(_uses.Declaration, (current, _) =>
        {
            var declaration = (TypeDeclarationSyntax)current;
            var first = declaration.Members[0];
            var created = ((CSharpParseOptions)_uses.Declaration.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp9 ? "new()" : $"new {type}()";
            var field = SyntaxFactory.ParseMemberDeclaration($"private {(_uses.Field.IsStatic ? "static " : "")}readonly {type} {Name} = {created};")!
                .WithLeadingTrivia(StatementEdits.Indentation(first))
                .WithTrailingTrivia(first is FieldDeclarationSyntax ? [end] : new[] { end, end });
            return declaration.WithMembers(declaration.Members.Insert(0, field));
        });
    }

    /// <summary>The fields of the same type, beside the member, that are locked around the use.</summary>
    private static IEnumerable<string> HeldAt(ExpressionSyntax use, IFieldSymbol field, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var around in use.Ancestors().TakeWhile(static node => node is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<LockStatementSyntax>())
        {
            if (around.Statement.Span.Contains(use.Span) && model.GetSymbolInfo(around.Expression, cancellationToken).Symbol is IFieldSymbol { IsReadOnly: true } held && held.IsStatic == field.IsStatic
                && SymbolEqualityComparer.Default.Equals(held.ContainingType, field.ContainingType))
                yield return held.Name;
        }
    }

    private static string Styled(INamedTypeSymbol owner, bool isStatic)
    {
        var fields = owner.GetMembers().OfType<IFieldSymbol>().Where(static field => field is { IsConst: false, CanBeReferencedByName: true, DeclaredAccessibility: Accessibility.Private }).ToList();
        var like = fields.Find(field => field.IsStatic == isStatic)?.Name ?? fields.FirstOrDefault()?.Name;
        if (like is null || like.StartsWith("_", System.StringComparison.Ordinal))
            return isStatic && like is null ? "s_gate" : "_gate";
        if (like.Length > 2 && like[1] == '_')
            return (isStatic ? "s_" : like[0] is 's' or 't' ? "_" : "m_") + "gate";
        return char.IsUpper(like[0]) ? "Gate" : "gate";
    }
}
