using System;
using System.Linq;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;

namespace Fearless.CodeFixes;

/// <summary>A name in the style of the fields that are there.</summary>
internal static class GateName
{
    private static readonly string[] _prefixes = ["s_", "m_", "t_", "_"];

    public static string For(INamedTypeSymbol owner, LockSite reported, bool isStatic)
    {
        var isFresh = reported.Target.FreshLocal is not null || FreshObject.IsMadeBy(reported.Target.Origin);
        if (!isFresh && reported.Member is { } member && member is not IMethodSymbol)
        {
            var prefix = PrefixOf(member.Name);
            return member is IFieldSymbol ? member.Name + "Gate" : Styled(owner, member.Name.Substring(prefix.Length) + "Gate", isStatic);
        }

        return Styled(owner, "gate", isStatic);
    }

    private static string Styled(INamedTypeSymbol owner, string words, bool isStatic)
    {
        var fields = owner.GetMembers().OfType<IFieldSymbol>()
            .Where(static field => field is { IsConst: false, CanBeReferencedByName: true, DeclaredAccessibility: Accessibility.Private })
            .ToList();
        var model = fields.Find(field => field.IsStatic == isStatic)?.Name;
        if (model is null && fields.Count > 0 && PrefixOf(fields[0].Name).Length == 0)
            model = fields[0].Name;

        var prefix = model is null ? (isStatic ? "s_" : "_") : PrefixOf(model);
        var isPascal = model is not null && prefix.Length < model.Length && char.IsUpper(model[prefix.Length]);
        var first = isPascal ? char.ToUpperInvariant(words[0]) : char.ToLowerInvariant(words[0]);
        return prefix + first + words.Substring(1);
    }

    private static string PrefixOf(string name) => Array.Find(_prefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal)) ?? "";
}
