using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers;

/// <summary>Makes the findings of the two analyzers: what it is, why it is no lock, and what to do.</summary>
internal static class LockObjectReport
{
    /// <summary>The key in <c>Diagnostic.Properties</c> of the <see cref="LockObjectFlaw"/>.</summary>
    public const string FlawKey = "flaw";

    private const int LongestQuote = 40;
    private const string LockField = "lock a private readonly field";

    private static readonly DiagnosticDescriptor Rule = Descriptors.FEAR3001_UnsuitableLockObject;

    public static Diagnostic Create(LockObjectFlaw flaw, IOperation target, ITypeSymbol? type = null, Location? other = null) => Create(flaw, [target], type, other);

    /// <summary>One finding for all places that lock the same thing: at the first of them.</summary>
    public static Diagnostic Create(LockObjectFlaw flaw, List<IOperation> targets, ITypeSymbol? type = null, Location? other = null)
    {
        targets.Sort(static (left, right) => Sharing.Touches.Compare(left.Syntax, right.Syntax));
        var place = PlaceOf(targets[0].Syntax);
        var others = new List<FoldedPlace>();
        for (var i = 1; i < targets.Count; i++)
            others.Add(new FoldedPlace(PlaceOf(targets[i].Syntax).GetLocation()));
        var name = Quote(place);
        var (what, why, advice) = flaw switch
        {
            LockObjectFlaw.This => ("'this' is used as a lock", "any code that can reach the object may lock it too", LockField),
            LockObjectFlaw.TypeObject => (name + " is used as a lock", "a Type object is shared by the whole process", "lock a private static readonly field"),
            LockObjectFlaw.String => (name + " is used as a lock", "equal strings may be one object for the whole process", LockField),
            LockObjectFlaw.Boxed => (name + " is boxed anew each time it is locked", "no two threads ever lock the same object", LockField),
            LockObjectFlaw.Fresh => (name + " makes a new object each time it is locked", "no two threads ever lock the same object", LockField),
            LockObjectFlaw.FreshMember => (
                name + " makes a new object each time it is locked" + Where(other, place, " ({0})"), "no two threads ever lock the same object", LockField),
            LockObjectFlaw.UnsharedLocal => (
                name + " is used as a lock but never leaves this method" + Where(other, place, " (made {0})"), "it keeps nobody out", LockField),
            LockObjectFlaw.NotStored => (
                name + " is used as a lock but another one may be stored" + Where(other, place, " ({0})"), "it keeps nobody out", "lock what 'GetOrAdd' returns"),
            LockObjectFlaw.LockAsObject => (
                name + " is a Lock whose monitor is taken", "that keeps nobody out who locks it as a Lock", "lock it as a Lock everywhere"),
            LockObjectFlaw.WeakIdentity => (name + " is used as a lock", Article(type) + " is shared by the runtime and may be locked by any code", LockField),
            LockObjectFlaw.Primitive => (
                name + " is used as a lock", "'lock' takes its monitor and not the " + type?.Name + " itself", "call its own methods, or " + LockField),
            LockObjectFlaw.Replaced => (
                name + " is used as a lock but replaced" + Where(other, place, " {0}"), "two threads may hold different objects", "lock a readonly field"),
            LockObjectFlaw.MadeOnDemand => (
                name + " is used as a lock but made on first use" + Where(other, place, " {0}"), "two threads may make one each", "lock a readonly field"),
            _ => (name + " is used as a lock but not readonly", "once it is assigned again, two threads may hold different objects", "make it readonly"),
        };

        // What is not wrong yet is a suggestion.
        var severity = flaw == LockObjectFlaw.NotReadonly ? DiagnosticSeverity.Info : Rule.DefaultSeverity;
        var properties = ImmutableDictionary<string, string?>.Empty.Add(FlawKey, flaw.ToString());
        return Folding.Create(Rule, severity, place.GetLocation(), other is null ? [] : [other], properties, others, what + Sharing.Places.Others(others.Count), why, advice);
    }

    /// <summary>The smallest piece of syntax that names the locked object.</summary>
    private static SyntaxNode PlaceOf(SyntaxNode syntax)
    {
        while (true)
        {
            switch (syntax)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    syntax = parenthesized.Expression;
                    break;
                case CastExpressionSyntax cast:
                    syntax = cast.Expression;
                    break;
                case BinaryExpressionSyntax { RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.AsExpression } cast:
                    syntax = cast.Left;
                    break;
                case PostfixUnaryExpressionSyntax forgiving:
                    syntax = forgiving.Operand;
                    break;
                case AssignmentExpressionSyntax assignment:
                    syntax = assignment.Left;
                    break;
                case MemberAccessExpressionSyntax access:
                    return access.Name;
                default:
                    return syntax;
            }
        }
    }

    private static string Quote(SyntaxNode syntax)
    {
        var text = syntax.ToString();
        var end = text.IndexOf('\n');
        if (end < 0 && text.Length <= LongestQuote)
            return "'" + text + "'";
        end = end < 0 || end > LongestQuote ? LongestQuote : end;
        return "'" + text.Substring(0, end).TrimEnd() + "…'";
    }

    private static string Where(Location? other, SyntaxNode place, string format)
    {
        if (other is not { SourceTree: { } tree })
            return "";
        var line = "line " + (other.GetLineSpan().StartLinePosition.Line + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var where = tree == place.SyntaxTree ? "at " + line : "at " + line + " of " + System.IO.Path.GetFileName(tree.FilePath);
        return format.Replace("{0}", where);
    }

    private static string Article(ITypeSymbol? type) => type is null ? "it" : ("AEIOU".IndexOf(type.Name[0]) >= 0 ? "an " : "a ") + type.Name;
}
