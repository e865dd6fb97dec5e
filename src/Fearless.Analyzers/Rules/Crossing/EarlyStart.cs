using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>
/// Work that a constructor starts sees the object as it is then: what the constructor stores later, read-only fields included, may be missing.
/// In Rust the object does not exist before all of it does.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EarlyStart() : FearlessAnalyzer(Descriptors.FEAR2008_EarlyStart)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        var scope = registration.Scope;
        registration.RegisterOperationBlockAction(context => Check(context, scope));
    }

    private static void Check(BodyContext context, CompilationScope scope)
    {
        if (context.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor })
            return;
        foreach (var block in context.OperationBlocks)
        {
            if (scope.Bodies.Of(context, block, BodyTraits.Functions | BodyTraits.Spawns) is not { } facts)
                continue;
            var reported = new HashSet<SpawnSite>();
            foreach (var conflict in ObjectConflicts.Find(facts, scope.CallEffects))
            {
                if (IsLateStore(conflict) && reported.Add(conflict.Work))
                    context.ReportDiagnostic(Finding(conflict));
            }
        }
    }

    /// <summary>A field of this that the constructor's own code stores, and the work reads.</summary>
    private static bool IsLateStore(ObjectConflict conflict)
    {
        var store = conflict.Primary;
        if (!store.IsWrite || store.Access.Context.Site is not null || store.Access.Path.Root != PathRoot.This || conflict.Other.IsWrite || IsNotRunning(conflict.Work))
            return false;

        // The handle of the very work is stored when the start has returned it.
        return store.Site.Parent is not AssignmentExpressionSyntax assignment || !assignment.Right.FullSpan.Contains(conflict.Work.Call.Span);
    }

    /// <summary>Handlers and timers wait for their source to be switched on.</summary>
    private static bool IsNotRunning(SpawnSite work) => work.Call switch
    {
        AssignmentExpressionSyntax => true,
        BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } => IsLater(arguments, work),
        _ => false,
    };

    private static bool IsLater(ArgumentListSyntax arguments, SpawnSite work) => !work.Description.IsDeferred
        && (arguments.Arguments.Count < 3 || arguments.Arguments[2].Expression.ToString() is "-1" or "Timeout.Infinite" or "Timeout.InfiniteTimeSpan");

    private static Diagnostic Finding(ObjectConflict conflict)
    {
        var start = conflict.Work.Starts[0];
        var stored = ObjectText.Place(conflict.Primary);
        var locations = new List<Location> { stored };
        ObjectText.AddSites(locations, conflict.Other, start.GetLocation());
        return Diagnostic.Create(
            Descriptors.FEAR2008_EarlyStart,
            start.GetLocation(),
            locations,
            ObjectText.Name(conflict.Primary.Access.Path),
            ObjectText.Line(stored),
            ObjectText.Site(conflict.Other));
    }
}
