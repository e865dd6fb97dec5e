using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>
/// Names for what a fix declares: a guard is called after the field that it guards (<c>_samples</c> → <c>samples</c>), unless that is just
/// called a lock.
/// </summary>
internal static class GuardName
{
    private static readonly string[] _prefixes = ["s_", "m_", "t_", "_"];
    private static readonly string[] _plain = ["gate", "lock", "mutex", "sync", "syncRoot", "rwLock", "locker", "this"];

    public static string ForGuard(GuardSite site)
    {
        var plain = site.Model.GetTypeInfo(site.Call, site.CancellationToken).Type is { Name: "Scope" } ? "scope" : "guard";
        if (site.Lock is not (IFieldSymbol or IPropertySymbol))
            return Fresh(site, plain);
        var words = WordsOf(site.Lock.Name);
        if (words.Length == 0 || _plain.Contains(words) || words.EndsWith("Lock", StringComparison.Ordinal) || words.EndsWith("Gate", StringComparison.Ordinal)
            || words.EndsWith("Mutex", StringComparison.Ordinal) || SyntaxFacts.GetKeywordKind(words) != SyntaxKind.None)
        {
            return Fresh(site, plain);
        }

        return IsFree(site, words) ? words : Fresh(site, words + "Guard");
    }

    /// <summary>For a value that is read under the lock: called after the last member on the way to it.</summary>
    public static string ForValue(GuardSite site, ExpressionSyntax value)
    {
        var name = value switch
        {
            MemberAccessExpressionSyntax member => WordsOf(member.Name.Identifier.ValueText),
            _ => "value",
        };
        return Fresh(site, SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "value");
    }

    private static string WordsOf(string member)
    {
        var prefix = Array.Find(_prefixes, prefix => member.StartsWith(prefix, StringComparison.Ordinal)) ?? "";
        var words = member.Substring(prefix.Length);
        return words.Length == 0 ? "" : char.ToLowerInvariant(words[0]) + words.Substring(1);
    }

    private static string Fresh(GuardSite site, string name)
    {
        var fresh = name;
        for (var i = 1; !IsFree(site, fresh); i++)
            fresh = name + i;
        return fresh;
    }

    // Neither declared around it, nor used or declared anywhere in the member: not in a nested block, where it would be an error, either.
    private static bool IsFree(GuardSite site, string name)
    {
        SyntaxNode member = site.Call.FirstAncestorOrSelf<MemberDeclarationSyntax>(static node => node is not GlobalStatementSyntax) is { } found ? found : site.Root;
        return !NamesIn(member).Contains(name)
            && !site.Model.LookupSymbols(site.Call.SpanStart, name: name).Any(static symbol => symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol);
    }

    private static IEnumerable<string> NamesIn(SyntaxNode member) =>
        member.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText);
}
