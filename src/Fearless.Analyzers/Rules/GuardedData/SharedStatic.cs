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
            var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            foreach (var touch in Touches.Of(member, facts, scope))
            {
                if (touch.Effect == ObjectEffect.Write && !OneAtATime.IsPromised(touch.Access.Body.Owner) && touch.Access.Locks.Count == 0 && IsReached(touch, facts, scope, context) && reported.Add(touch.Access.Body.Owner))
                    Report(context, member, touch, scope);
            }
        }
    }

    private static bool IsReached(Touch touch, TypeFacts facts, CompilationScope scope, SymbolContext context)
    {
        foreach (var root in facts.RootsOf(touch.Access))
        {
            if (root.Kind == ThreadRootKind.Work || (root.Kind == ThreadRootKind.Entry && root.Member is { } member && scope.Started.Contains(member, context.CancellationToken)))
                return true;
        }

        return false;
    }

    private static void Report(SymbolContext context, ISymbol member, Touch touch, CompilationScope scope)
    {
        var locations = ImmutableArray.Create(member.Locations[0]);
        if (SharedTouches.SiteOfEffect(touch, scope) is { } inner)
            locations = locations.Add(inner.GetLocation());
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR4012_SharedStatic,
            touch.Syntax.GetLocation(),
            locations,
            ImmutableDictionary<string, string?>.Empty.Add(GuardFacts.MemberKey, member.Name),
            member.Name,
            MemberType.Of(member)!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
    }
}
