using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>The locks that a member's <c>[GuardedBy]</c> names, as seen from the object whose member it is.</summary>
internal static class GuardNames
{
    /// <summary>Empty without the marker; names that lead nowhere are left out (a rule of their own).</summary>
    public static IReadOnlyList<LockName> Of(ISymbol member)
    {
        var names = new List<LockName>();
        foreach (var name in Texts(member))
        {
            if (MemberLocks.Resolve(name, member.ContainingType) is { } resolved)
                names.Add(resolved);
        }

        return names;
    }

    public static IEnumerable<string> Texts(ISymbol member) => Marker(member) is { } marker ? LockNames.NamesIn(marker) : [];

    public static AttributeData? Marker(ISymbol member)
    {
        if (member.Marker("GuardedByAttribute") is { } own)
            return own;

        // [field: GuardedBy(…)] on a property.
        if (member is IPropertySymbol { ContainingType: { } type })
        {
            foreach (var other in type.GetMembers())
            {
                if (other is IFieldSymbol { AssociatedSymbol: { } associated } field && SymbolEqualityComparer.Default.Equals(associated, member))
                    return field.Marker("GuardedByAttribute");
            }
        }

        return null;
    }
}
