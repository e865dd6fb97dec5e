using System.Text;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>Puts an explanation into words. Only called when something is reported.</summary>
internal static class ExplanationText
{
    private static readonly SymbolDisplayFormat _format = SymbolDisplayFormat.CSharpShortErrorMessageFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters);

    public static string Name(ISymbol symbol) => symbol.ToDisplayString(_format);

    public static string Name(Trait trait) => trait switch
    {
        Trait.Send or Trait.Movable => "Send",
        Trait.Sync => "Sync",
        Trait.Readable => "readable by several threads at once",
        _ => "a single word",
    };

    /// <summary><c>not Sync</c>, or <c>not known to be Sync</c>.</summary>
    public static string Lacks(Explanation explanation) =>
        (explanation.Verdict == Verdict.No ? "not " : "not known to be ") + Name(explanation.Question.Trait);

    /// <summary><c>Session.Cache -&gt; Cache.entries is a Dictionary&lt;string, Item&gt;, which changes without a lock</c>.</summary>
    public static string Chain(Explanation explanation)
    {
        var text = new StringBuilder();
        ITypeSymbol? last = null;
        var isBase = false;
        foreach (var link in explanation.Links)
        {
            if (link.Kind == LinkKind.Part)
                continue;
            text.Append(text.Length > 0 ? " -> " : "");
            if (link.Kind == LinkKind.Base)
                text.Append("its base ").Append(Name(link.Type));
            else
                text.Append(FieldName(link.Symbol));
            (last, isBase) = (link.Type, link.Kind == LinkKind.Base);
        }

        var cause = explanation.Cause;
        if (cause.Kind is CauseKind.MutableField or CauseKind.CapturedParameter)
            return text.Append(' ').Append(FieldCause(cause)).ToString();
        if (cause.Subject is not ITypeSymbol subject)
            return text.ToString();

        var isSubject = SymbolEqualityComparer.Default.Equals(last, subject);
        if (last is null)
            text.Append(SymbolEqualityComparer.Default.Equals(explanation.Question.Type, subject) ? "it" : Name(subject)).Append(' ');
        else if (isBase && isSubject)
            text.Append(' ');
        else if (isSubject)
            text.Append(" is of type ").Append(Name(last)).Append(", which ");
        else if (isBase)
            text.Append(", and ").Append(Name(subject)).Append(" in it ");
        else
            text.Append(" is of type ").Append(Name(last)).Append(", and ").Append(Name(subject)).Append(" in it ");
        return text.Append(TypeCause(cause, explanation.Lacking)).ToString();
    }

    private static string FieldName(ISymbol field) =>
        field.ContainingSymbol is IMethodSymbol ? field.ContainingType.Name + "." + field.Name : field.ContainingType?.Name + "." + Plain(field);

    private static string Plain(ISymbol field) => field is IFieldSymbol { AssociatedSymbol: { } property } ? property.Name : field.Name;

    private static string FieldCause(Cause cause)
    {
        var site = cause.Site is { } location ? $" (line {location.GetLineSpan().StartLinePosition.Line + 1})" : "";
        return cause.Kind == CauseKind.CapturedParameter
            ? "is a captured constructor parameter, which any member may write" + site
            : (cause.Detail ?? "changes without a lock") + site;
    }

    private static string TypeCause(Cause cause, Trait trait)
    {
        var because = cause.Detail is { } detail ? " (" + detail + ")" : "";
        return cause.Kind switch
        {
            CauseKind.Marked => $"is marked [Not{(trait is Trait.Send or Trait.Movable ? "Send" : "Sync")}]{because}",
            CauseKind.ThreadAffine => $"belongs to one thread{because}",
            CauseKind.Catalog => trait switch
            {
                Trait.Sync => $"changes without a lock{because}",
                Trait.Readable => $"changes when it is read{because}",
                _ => $"must stay on its thread{because}",
            },
            CauseKind.Array => "is an array, whose elements anybody may replace",
            CauseKind.Pointer => "is a pointer, and nobody knows who else has it",
            CauseKind.Wide => "does not fit into one word",
            CauseKind.Delegate => "is a delegate, and what it captures is not in sight",
            CauseKind.Interface => "is an interface without a marker, and says nothing about what stands behind it",
            CauseKind.OpenClass => "is neither sealed nor marked, and a derived class may be anything",
            CauseKind.Anything => "may be anything",
            CauseKind.TypeParameter => $"is a type parameter without a [{(trait == Trait.Sync ? "Sync" : "Send")}] bound",
            CauseKind.Endless => "grows without end",
            _ => "is from another assembly, and neither marked nor in the catalog",
        };
    }
}
