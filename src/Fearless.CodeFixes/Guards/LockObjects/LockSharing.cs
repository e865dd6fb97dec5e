using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Whether other code takes the same lock, or names it in a contract, and would be left behind by a change.</summary>
internal static class LockSharing
{
    public static bool IsSharedOutside(string key, List<LockSite> group, INamedTypeSymbol owner, LockFixContext context)
    {
        var isThis = context.Reported.Target.Origin is Microsoft.CodeAnalysis.Operations.IInstanceReferenceOperation;
        if (NamesInContracts(context, isThis ? "this" : context.Reported.Member?.Name))
            return true;
        if (!isThis)
            return LockSites.ExistElsewhere(context, site => LockKey.Of(site, TypeAround(site, context)) == key);

        // The same object under another name: a parameter of its type, a base class that locks 'this', a SyncRoot that returns it.
        return HandsOutItself(owner, context)
            || context.All.Any(site => !group.Contains(site) && IsRelated(site.Target.Origin.Type, owner))
            || LockSites.ExistElsewhere(context, site => IsRelated(site.Target.Origin.Type, owner));
    }

    private static INamedTypeSymbol? TypeAround(LockSite site, LockFixContext context)
    {
        if (site.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration)
            return null;
#pragma warning disable RS1030 // This is a fix: it runs when somebody asks for it.
        return context.Model.Compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, context.CancellationToken) as INamedTypeSymbol;
#pragma warning restore RS1030
    }

    private static bool IsRelated(ITypeSymbol? type, INamedTypeSymbol owner)
    {
        if (type is null or { SpecialType: SpecialType.System_Object })
            return false;
        return type.TypeKind == TypeKind.Interface
            ? owner.AllInterfaces.Any(one => Same(one, type))
            : DerivesFrom(type, owner) || DerivesFrom(owner, type);
    }

    private static bool DerivesFrom(ITypeSymbol? type, ITypeSymbol ancestor)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (Same(type, ancestor))
                return true;
        }

        return false;
    }

    private static bool Same(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left.OriginalDefinition, right.OriginalDefinition);

    private static bool HandsOutItself(INamedTypeSymbol owner, LockFixContext context) =>
        owner.GetMembers().OfType<IPropertySymbol>().Any(property => property.Type.SpecialType == SpecialType.System_Object
            && property.DeclaringSyntaxReferences.Any(part => part.GetSyntax(context.CancellationToken).DescendantNodes().OfType<ThisExpressionSyntax>().Any()));

    // [GuardedBy("this")], [RequiresLock(nameof(_items))], …
    private static bool NamesInContracts(LockFixContext context, string? name) => name is not null
        && context.Root.DescendantNodes().OfType<AttributeArgumentSyntax>().Any(argument => argument.Expression switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText == name,
            InvocationExpressionSyntax call => call.ArgumentList.Arguments.Any(one => one.Expression.ToString() == name),
            _ => false,
        });
}
