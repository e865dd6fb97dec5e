using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.CodeFixes;

/// <summary>Names what is locked, so that all places that lock the same thing get the same new lock. Null if it cannot be told.</summary>
internal static class LockKey
{
    public static string? Of(LockSite site, LockFixContext context) => Of(site, context.TypeAround(site.Node));

    public static string? Of(LockSite site, INamedTypeSymbol? around)
    {
        if (around is null)
            return null;
        var origin = site.Target.Origin;
        switch (origin)
        {
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return "this of " + Name(around);
            case ITypeOfOperation type:
                return "type " + Name(type.TypeOperand);
            case IInvocationOperation { TargetMethod: { Name: "GetType", ContainingType.SpecialType: SpecialType.System_Object } } call
                when call.Instance is IInstanceReferenceOperation:
                return "type " + Name(around);
            case { ConstantValue: { HasValue: true, Value: string text } }:
                return "string " + text;
        }

        // Anything made on the spot has never kept anybody out: which of these locks belong together is not known, and one for all is safe.
        if (FreshObject.IsMadeBy(origin) || site.Target.FreshLocal is { } uses && UnsharedLocal.FlawOf(uses, site.Use.Site) == LockObjectFlaw.UnsharedLocal)
            return "fresh in " + Name(around);
        return site.Member is { } member && !LockReach.IsOpenToStrangers(member) ? "member " + Name(member) : null;
    }

    private static string Name(ISymbol symbol)
    {
        var name = symbol.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
        return symbol is IParameterSymbol ? symbol.ContainingSymbol.ToDisplayString() + " " + name : name;
    }
}
