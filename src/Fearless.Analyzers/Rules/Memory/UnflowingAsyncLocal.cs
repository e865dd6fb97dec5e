using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// The value of an AsyncLocal belongs to a flow of calls: an async method gets a copy of it, and what it stores is gone when it returns. The copy
/// is one of the reference: an object in it is the same one in every flow.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnflowingAsyncLocal() : FearlessAnalyzer(Descriptors.FEAR6008_UnflowingAsyncLocal)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Any | TypeTraits.Statics, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        var uses = new List<(MemberBody Body, IPropertyReferenceOperation Value, ISymbol Holder)>();
        foreach (var body in facts.Bodies)
        {
            foreach (var operation in body.Root.Descendants())
            {
                if (operation is IPropertyReferenceOperation { Property: { Name: "Value", ContainingType: { Name: "AsyncLocal" } owner }, Instance: { } instance } value
                    && owner.ContainingNamespace.IsNamed("System.Threading") && instance.Unwrap() is IFieldReferenceOperation { Field: var holder })
                {
                    uses.Add((body, value, holder));
                }
            }
        }

        if (uses.Count == 0)
            return;
        foreach (var (body, value, holder) in uses)
        {
            if (IsSet(value) && IsInAsyncMethod(body, value) && ReadByCaller(facts, body, holder, uses) is { } lost)
                ReportLost(context, value, holder, body.Owner, lost.Call, lost.Read);
        }

        ReportShared(context, scope, uses);
    }

    private static bool IsSet(IPropertyReferenceOperation value) =>
        value.UsedBy() is ISimpleAssignmentOperation assignment && assignment.Target == value && assignment.Value.Unwrap().ConstantValue is not { HasValue: true, Value: null };

    /// <summary>Of the method itself, not of a function in it.</summary>
    private static bool IsInAsyncMethod(MemberBody body, IOperation value) => body.Owner is IMethodSymbol { IsAsync: true } && value.EnclosingFunction() is null;

    /// <summary>A caller that awaits the method and reads the value afterwards, without setting it in between.</summary>
    private static (SyntaxNode Call, SyntaxNode Read)? ReadByCaller(
        TypeFacts facts, MemberBody setter, ISymbol holder, List<(MemberBody Body, IPropertyReferenceOperation Value, ISymbol Holder)> uses)
    {
        foreach (var site in facts.Calls.SitesOf(setter.Owner))
        {
            if (site.Caller == setter || site.Context != ThreadContext.Main)
                continue;
            foreach (var (body, value, other) in uses)
            {
                if (body != site.Caller || value.Syntax.SpanStart < site.Syntax.Span.End || !SymbolEqualityComparer.Default.Equals(other, holder) || value.EnclosingFunction() is not null)
                    continue;
                if (value.UsedBy() is ISimpleAssignmentOperation assignment && assignment.Target == value)
                    break;
                return (site.Syntax, value.Syntax);
            }
        }

        return null;
    }

    /// <summary>Work that changes the object which it found in the AsyncLocal, together with other such work.</summary>
    private static void ReportShared(
        SymbolContext context, CompilationScope scope, List<(MemberBody Body, IPropertyReferenceOperation Value, ISymbol Holder)> uses)
    {
        var effects = new ObjectUse(scope.Types.Catalog, scope.Effects);
        var first = new Dictionary<ISymbol, (IPropertyReferenceOperation Value, SpawnSite Site)>(SymbolEqualityComparer.Default);
        foreach (var (body, value, holder) in uses)
        {
            if (value.Type is not { } type || scope.Types.Judge(type, Trait.Sync) != Verdict.No || effects.Of(value) != ObjectEffect.Write || SiteOf(body, value) is not { } site
                || IsSetIn(site, holder, uses) || IsLocked(value))
                continue;
            if (site.OverlapsItself)
                ReportObject(context, value, value, holder, site);
            else if (!first.TryGetValue(holder, out var other))
                first.Add(holder, (value, site));
            else if (other.Site != site && (site.RunningAtStart & other.Site.Bit) != 0)
                ReportObject(context, value, other.Value, holder, site);
        }
    }

    private static SpawnSite? SiteOf(MemberBody body, IOperation value)
    {
        SpawnSite? found = null;
        foreach (var site in body.Facts?.Spawns ?? [])
        {
            if (site.Body is { } work && work.Syntax.Span.Contains(value.Syntax.Span) && (found is null || found.Body!.Syntax.Span.Contains(work.Syntax.Span)))
                found = site;
        }

        return found;
    }

    private static bool IsSetIn(SpawnSite site, ISymbol holder, List<(MemberBody Body, IPropertyReferenceOperation Value, ISymbol Holder)> uses)
    {
        foreach (var (_, value, other) in uses)
        {
            if (SymbolEqualityComparer.Default.Equals(other, holder) && IsSet(value) && site.Body!.Syntax.Span.Contains(value.Syntax.Span))
                return true;
        }

        return false;
    }

    private static bool IsLocked(IOperation value) => value.Syntax.FirstAncestorOrSelf<LockStatementSyntax>() is not null;

    private static void ReportLost(SymbolContext context, IPropertyReferenceOperation value, ISymbol holder, ISymbol method, SyntaxNode call, SyntaxNode read) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR6008_UnflowingAsyncLocal,
            value.Syntax.GetLocation(),
            [call.GetLocation(), read.GetLocation()],
            $"'{holder.Name}' is set here for the rest of '{method.Name}' only, and line {read.Line()} looks for it after the call at line {call.Line()}",
            "set it in the caller, or in a method that is not async"));

    private static void ReportObject(SymbolContext context, IPropertyReferenceOperation value, IPropertyReferenceOperation other, ISymbol holder, SpawnSite site) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR6008_UnflowingAsyncLocal,
            value.Syntax.GetLocation(),
            value == other ? [site.Starts[0].GetLocation()] : [other.Syntax.GetLocation(), site.Starts[0].GetLocation()],
            value == other
                ? $"the object in '{holder.Name}' is one and the same in all the work that line {site.Starts[0].Line()} starts, which changes it here"
                : $"the object in '{holder.Name}' is one and the same here and at line {other.Syntax.Line()}, and both change it while the other runs",
            "store an immutable object and replace it, or give each flow its own"));
}
