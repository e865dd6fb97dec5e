using System.Collections.Generic;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// One can only give away what is one's own: not what the caller still has, what a field goes on referring to, or what a lock protects
/// (Rust's E0507 and E0521).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MovedWithoutOwnership() : FearlessAnalyzer(Descriptors.FEAR2005_MovedWithoutOwnership)
{
    /// <summary>Diagnostic property: the parameter that could be marked stands at the first additional location.</summary>
    internal const string ParameterKey = "parameter";

    internal override void Register(AnalyzerRegistration registration)
    {
        var scope = registration.Scope;
        // The runtime is what the markers rest on.
        if (scope.Types.HasMarkers && !scope.Compilation.DeclaresMarkers())
            registration.RegisterOperationBlockAction(context => Check(context, scope));
    }

    private static void Check(BodyContext context, CompilationScope scope)
    {
        var member = context.OwningSymbol;
        var returnsMoved = member is IMethodSymbol method && ReturnIsMoved(method);
        foreach (var block in context.OperationBlocks)
        {
            Ownership? ownership = null;
            var reported = new HashSet<SyntaxNode>();
            foreach (var operation in block.DescendantsAndSelf())
            {
                switch (operation)
                {
                    case IArgumentOperation { Parameter: { RefKind: RefKind.None } parameter } argument when MovedArguments.IsMarked(parameter):
                        Check(argument.Value, $"moved by '{Callee(parameter.ContainingSymbol)}'");
                        break;
                    case IReturnOperation { ReturnedValue: { } returned } when returnsMoved && operation.EnclosingFunction() is null:
                        Check(returned, "returned as moved");
                        break;
                }
            }

            foreach (var exit in scope.Regions.Of(context, block).Exits)
            {
                if (exit.How != ExitKind.Moved || !HasOwner(exit.Value.Unwrap().Type, scope.Types))
                    continue;
                ownership ??= Read(block, member);
                if (ownership.Of(exit, out var symbol) is not Owner.Self and var owner && reported.Add(exit.Value.Syntax))
                    context.ReportDiagnostic(Finding(exit.Value.Syntax, exit.Value.Syntax.ToString(), $"moved by '{Callee(exit.Into!)}'", owner, symbol));
            }

            CheckWork(context, block, scope);

            void Check(IOperation value, string how)
            {
                if (!HasOwner(value.Unwrap().Type, scope.Types))
                    return;
                ownership ??= Read(block, member);
                if (ownership.Of(value, out var symbol) is not Owner.Self and var owner && reported.Add(value.Syntax))
                    context.ReportDiagnostic(Finding(value.Syntax, value.Syntax.ToString(), how, owner, symbol!));
            }
        }
    }

    /// <summary>A parameter that work changes which goes on when the method has returned.</summary>
    private static void CheckWork(BodyContext context, IOperation block, CompilationScope scope)
    {
        if (scope.Bodies.Of(context, block, BodyTraits.Functions | BodyTraits.Spawns) is not { Outliving: not 0 } facts)
            return;
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var group in SharedUses.Of(facts, scope.CallEffects))
        {
            foreach (var use in group)
            {
                if (!use.IsWrite || use.Access.Context.Site is not { Description.IsContract: true } site || (site.Bit & facts.Outliving) == 0 || !use.Access.Locks.IsEmpty
                    || use.Access.Path.Variable is not IParameterSymbol parameter || parameter.HasMarker("MovedAttribute")
                    || !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, context.OwningSymbol) || !HasOwner(parameter.Type, scope.Types) || !seen.Add(parameter))
                    continue;
                context.ReportDiagnostic(Finding(
                    ObjectText.NodeOf(use), parameter.Name, $"changed by work that goes on when '{context.OwningSymbol.Name}' has returned", Owner.Caller, parameter));
            }
        }
    }

    private static Diagnostic Finding(SyntaxNode at, string name, string how, Owner owner, ISymbol? symbol)
    {
        var because = owner switch
        {
            Owner.Caller => "it still belongs to the caller: mark the parameter [Moved]",
            Owner.CallerAgain => "the caller goes on with what is in the variable: put something new into it",
            Owner.Member => $"'{symbol!.Name}' still refers to it: put something new there, or give a copy away",
            Owner.Thread => "it belongs to the thread that asked for it, which may ask again: put another one into its place, or give a copy away",
            _ => "the lock goes on protecting it: take it out of the lock with Replace, or give a copy away",
        };
        var declared = owner == Owner.Caller && symbol!.DeclaringSyntaxReferences.Length > 0 ? symbol.Locations[0] : null;
        return Diagnostic.Create(
            Descriptors.FEAR2005_MovedWithoutOwnership,
            at.GetLocation(),
            declared is null ? [] : new[] { declared },
            declared is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(ParameterKey, symbol!.Name),
            name,
            how,
            because);
    }

    private static string Callee(ISymbol method) => method is IMethodSymbol { MethodKind: MethodKind.Constructor } ? method.ContainingType.Name : method.Name;

    /// <summary>Several threads must not use one value of the type at the same time; copies of plain values are nobody's business.</summary>
    private static bool HasOwner(ITypeSymbol? type, TypeKnowledge types) =>
        type is not (null or IErrorTypeSymbol) && !type.IsUnmanagedType && types.Judge(type, Trait.Sync) != Verdict.Yes;

    private static bool ReturnIsMoved(IMethodSymbol method)
    {
        foreach (var data in method.GetReturnTypeAttributes())
        {
            if (data.AttributeClass.Is("MovedAttribute", "Fearless"))
                return true;
        }

        return false;
    }

    private static Ownership Read(IOperation block, ISymbol member)
    {
        var variables = new VariableTable();
        foreach (var operation in block.DescendantsAndSelf())
            variables.Visit(operation);
        return new Ownership(block, member, variables);
    }
}
