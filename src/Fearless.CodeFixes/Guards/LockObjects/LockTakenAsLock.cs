using System.Collections.Generic;
using System.Linq;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Fearless.CodeFixes;

/// <summary>
/// Takes a <c>Lock</c> as what it is: drops the conversions to object, calls its own methods instead of Monitor's, and declares its
/// field as a <c>Lock</c>.
/// </summary>
internal static class LockTakenAsLock
{
    public static FixOffer? Offer(LockFixContext context)
    {
        if (context.Reported.Member is not IFieldSymbol field || !GateField.KnowsLock(context.Model.Compilation, context.Root))
            return null;

        var sites = context.All.Where(site => SymbolEqualityComparer.Default.Equals(site.Member, field)).ToList();
        if (sites.Exists(site => Rewritten(site) is null) || LockSites.ExistElsewhere(context, site => SymbolEqualityComparer.Default.Equals(site.Member, field)))
            return null;

        VariableDeclarationSyntax? declaration = null;
        TypeSyntax? type = null;
        if (!KnownTypes.IsThreadingLock(field.Type) && !TryRetype(context, field, sites.Count, out declaration, out type))
            return null;

        return new FixOffer("Lock '" + field.Name + "' as a Lock", "LockAsLock", (editor, session) =>
        {
            if (!session.Once(field.ToDisplayString()))
                return;
            if (declaration is not null)
                editor.ReplaceNode(declaration.Type, type!.WithTriviaFrom(declaration.Type));
            foreach (var site in sites)
                editor.ReplaceNode(site.Node is LockStatementSyntax ? site.Expression : site.Node, Rewritten(site)!);
        });
    }

    private static ExpressionSyntax? Rewritten(LockSite site)
    {
        // Through a local, the conversion stands somewhere else.
        if (site.Target.Origin.Syntax is not ExpressionSyntax origin || !site.Expression.Span.Contains(origin.Span))
            return null;
        if (site.Node is not InvocationExpressionSyntax call)
            return origin.WithTriviaFrom(site.Expression);

        var arguments = call.ArgumentList.Arguments;
        var name = ((Microsoft.CodeAnalysis.Operations.IInvocationOperation)site.Use.Site).TargetMethod.Name;
        var hasFlag = arguments.Any(static argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.NameColon is not null);
        if (hasFlag || name is not ("Enter" or "Exit" or "TryEnter" or "IsEntered"))
            return null;
        var member = SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression,
            origin.WithoutTrivia(),
            SyntaxFactory.IdentifierName(name == "IsEntered" ? "IsHeldByCurrentThread" : name));
        return name == "IsEntered"
            ? member.WithTriviaFrom(call)
            : SyntaxFactory.InvocationExpression(member, SyntaxFactory.ArgumentList(arguments.RemoveAt(0))).WithTriviaFrom(call);
    }

    // The field may only be used for locking: elsewhere its object might be expected to be one.
    private static bool TryRetype(
        LockFixContext context, IFieldSymbol field, int uses, out VariableDeclarationSyntax? declaration, out TypeSyntax? type)
    {
        (declaration, type) = (null, null);
        if (field.DeclaredAccessibility != Accessibility.Private || field.DeclaringSyntaxReferences is not { Length: 1 } references
            || references[0].SyntaxTree != context.Root.SyntaxTree || context.CountNames(field.Name) != uses + 1
            || references[0].GetSyntax(context.CancellationToken) is not VariableDeclaratorSyntax variable
            || variable.Initializer?.Value is not ObjectCreationExpressionSyntax creation)
        {
            return false;
        }

        declaration = variable.Parent as VariableDeclarationSyntax;
        type = creation.Type;
        return declaration is { Variables.Count: 1 };
    }
}
