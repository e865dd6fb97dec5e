using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>
/// An object that several pieces of overlapping work use, and one of them changes, without a lock. Rust refuses the program: two closures
/// cannot both borrow what one of them changes (E0499, E0502), nor use what the other has moved (E0382).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedObjectConflict() : FearlessAnalyzer(Descriptors.FEAR2002_SharedObjectConflict)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        var scope = registration.Scope;
        registration.RegisterOperationBlockAction(context => Check(context, scope));
    }

    private static void Check(BodyContext context, CompilationScope scope)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (scope.Bodies.Of(context, block, BodyTraits.Functions | BodyTraits.Spawns) is not { } facts)
                continue;
            foreach (var conflict in ObjectConflicts.Find(facts, scope.CallEffects))
            {
                if (!IsConstruction(context.OwningSymbol, conflict) && !IsOfMember(conflict))
                    context.ReportDiagnostic(Finding(conflict));
            }
        }
    }

    /// <summary>What a constructor still has to store when it has started work is another rule's matter.</summary>
    private static bool IsConstruction(ISymbol owner, ObjectConflict conflict) =>
        owner is IMethodSymbol { MethodKind: MethodKind.Constructor } && conflict.Primary.Access is { Context.Site: null, Path.Root: PathRoot.This };

    /// <summary>Members of the type that starts the work are judged with all of the type's code (FEAR4003, FEAR4012).</summary>
    private static bool IsOfMember(ObjectConflict conflict) =>
        !conflict.Work.Description.IsContract && conflict.Primary.Access.Path is { Root: PathRoot.This or PathRoot.Static, Steps.Length: 1 };

    private static Diagnostic Finding(ObjectConflict conflict)
    {
        var start = conflict.Work.Starts[0].GetLocation();
        var primary = ObjectText.Place(conflict.Primary);
        var name = ObjectText.Name(conflict.Primary.Access.Path);
        var problem = conflict.IsWithItself
            ? $"'{name}' is {Word(conflict.Primary)} by work that may run several times at once (started at line {ObjectText.Line(start)}){ObjectText.Chain(conflict.Primary)}"
            : $"'{name}' is {Word(conflict.Primary)} here{ObjectText.Chain(conflict.Primary)} while the work started at line {ObjectText.Line(start)} may be "
                + $"{(conflict.Other.IsWrite ? "writing" : "reading")} it ({ObjectText.Site(conflict.Other)})";
        var advice = conflict.IsWithItself
            ? "give each run an object of its own, or share it through a Mutex<T>, a lock or a concurrent collection"
            : "join the work first, give it an object of its own, or share it through a Mutex<T>, a lock or a concurrent collection";
        var locations = new List<Location> { start };
        ObjectText.AddSites(locations, conflict.Other, primary);
        ObjectText.AddSites(locations, conflict.Primary, primary);
        return Diagnostic.Create(Descriptors.FEAR2002_SharedObjectConflict, primary, locations, ObjectText.FixFacts(conflict), problem, advice);
    }

    private static string Word(SharedUse use) => use.IsWrite ? "written" : "read";
}
