using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// A reference is stored when the object is ready: .NET publishes what was written before the store, not what comes after it. In Rust the
/// object is gone once it has been given to the lock or the cell.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EarlyPublication() : FearlessAnalyzer(Descriptors.FEAR2010_EarlyPublication)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        var scope = registration.Scope;
        registration.Context.RegisterOperationBlockAction(context => Check(context, scope));
    }

    private static void Check(OperationBlockAnalysisContext context, CompilationScope scope)
    {
        if (context.OwningSymbol is not IMethodSymbol { MethodKind: not (MethodKind.Constructor or MethodKind.StaticConstructor) } method || !MayBeShared(method.ContainingType))
            return;
        foreach (var block in context.OperationBlocks)
        {
            if (!StoresNew(block) || scope.Bodies.Of(block, context.OwningSymbol, context.GetControlFlowGraph, context.CancellationToken) is not { } facts)
                continue;
            foreach (var publication in Publications.Find(block, facts, scope.CallEffects))
            {
                if (scope.Types.Judge(publication.Store.Type!, Trait.Sync) != Verdict.Yes)
                    context.ReportDiagnostic(Finding(publication));
            }
        }
    }

    /// <summary>A field that holds an object that was made here, made anew.</summary>
    private static bool StoresNew(IOperation block)
    {
        foreach (var operation in block.Descendants())
        {
            if (operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation, Value: var value }
                && value.Unwrap() is IObjectCreationOperation or IArrayCreationOperation
                    or ILocalReferenceOperation)
                return true;
        }

        return false;
    }

    private static bool MayBeShared(INamedTypeSymbol type) => type.TypeKind is TypeKind.Class or TypeKind.Struct;

    private static Diagnostic Finding(Publication publication)
    {
        var primary = publication.Store.Syntax.GetLocation();
        var locations = new List<Location> { ObjectText.Place(publication.Change) };
        ObjectText.AddSites(locations, publication.Change, primary);
        return Diagnostic.Create(Descriptors.FEAR2010_EarlyPublication, primary, locations, publication.Member.Name, ObjectText.Site(publication.Change));
    }
}
