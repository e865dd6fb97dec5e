using System;
using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>A name that is all but right (<c>"gate"</c> for <c>_gate</c>) becomes a <c>nameof</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnknownLockNameFix() : FearlessCodeFix(Descriptors.FEAR3016_UnknownLockName)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(UnknownLockName.NameKey, out var name) || name is null
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is not { ArgumentList.Arguments: var arguments } attribute
            || arguments.FirstOrDefault(argument => argument.Expression is LiteralExpressionSyntax { Token.Value: string text } && text == name) is not { } wrong
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } type)
        {
            return [];
        }

        var meant = Members(type).Where(member => Plain(member) == Plain(name)).Distinct().ToList();
        if (meant.Count != 1)
            return [];
        var right = SyntaxFactory.ParseExpression($"nameof({meant[0]})");
        return [new FixOffer($"Name '{meant[0]}'", "NameOf", (editor, _) => editor.ReplaceNode(wrong.Expression, right.WithTriviaFrom(wrong.Expression)))];
    }

    /// <summary>All that may hold a lock.</summary>
    private static IEnumerable<string> Members(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IFieldSymbol { IsImplicitlyDeclared: false, Type.IsReferenceType: true, Type.SpecialType: not SpecialType.System_String }
                    or IPropertySymbol { Type.IsReferenceType: true, Type.SpecialType: not SpecialType.System_String })
                    yield return member.Name;
            }
        }
    }

    private static string Plain(string name)
    {
        if (name.StartsWith("this.", StringComparison.Ordinal))
            name = name.Substring("this.".Length);
        if (name.StartsWith("m_", StringComparison.Ordinal) || name.StartsWith("s_", StringComparison.Ordinal))
            name = name.Substring(2);
        return name.TrimStart('_').ToUpperInvariant();
    }
}
