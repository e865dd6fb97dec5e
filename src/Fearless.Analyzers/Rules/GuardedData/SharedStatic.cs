using System.Collections.Generic;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>A static that holds an object which is not for several threads, changed without a lock by code that started work comes to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedStatic() : FearlessAnalyzer(Descriptors.FEAR4012_SharedStatic)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(registration.Scope.Statics, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        foreach (var member in facts.Members)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (!member.IsStatic || member is IFieldSymbol { IsConst: true } || (TypeMarkers.OfStorage(member) & (Marks.GuardedBy | Marks.AssumeSync)) != 0 || MemberShape.IsPerThread(member))
                continue;
            Touch? first = null;
            SpawnPath? path = null;
            var others = new List<Location>();
            foreach (var touch in Touches.Of(member, facts, scope))
            {
                if (touch.Effect != ObjectEffect.Write || OneAtATime.IsPromised(touch.Access.Body.Owner) || touch.Access.Locks.Count > 0 || !IsReached(touch, facts, scope, context, out var way))
                    continue;
                if (first is null)
                    (first, path) = (touch, way);
                else
                    others.Add(touch.Syntax.GetLocation());
            }

            if (first is not null)
                Report(context, member, first, path, others, scope);
        }
    }

    /// <summary>Of what strangers may call, the name alone says that work comes there; where all callers are in sight, they have to lead there.</summary>
    private static bool IsReached(Touch touch, TypeFacts facts, CompilationScope scope, SymbolContext context, out SpawnPath? path)
    {
        path = null;
        foreach (var root in facts.RootsOf(touch.Access))
        {
            if (root.Kind == ThreadRootKind.Work)
                return true;
            if (root.Kind != ThreadRootKind.Entry || root.Member is not IMethodSymbol member || !scope.Started.Contains(member, context.CancellationToken))
                continue;
            path = scope.Paths.To(member, context.CancellationToken);
            if (path is not null || !Makers.IsInSight(member))
                return true;
        }

        return false;
    }

    private static void Report(SymbolContext context, ISymbol member, Touch touch, SpawnPath? path, List<Location> others, CompilationScope scope)
    {
        var locations = ImmutableArray.Create(member.Locations[0]);
        if (SharedTouches.SiteOfEffect(touch, scope) is { } inner)
            locations = locations.Add(inner.GetLocation());
        if (path is not null)
            locations = locations.Add(path.Start.GetLocation());
        var way = path is null ? "" : $" (the work started at {Places.Of(path.Start, touch.Syntax)} reaches it{(path.Through is { } through ? $" through '{through.Name}'" : "")})";
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR4012_SharedStatic,
            touch.Syntax.GetLocation(),
            locations.AddRange(others),
            ImmutableDictionary<string, string?>.Empty.Add(GuardFacts.MemberKey, member.Name),
            member.Name,
            MemberType.Of(member)!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            Places.Others(others.Count),
            way));
    }
}
