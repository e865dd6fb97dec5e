using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// What belongs to one thread is used on another: a control in started work, a member marked <c>[ThreadAffine]</c> by code that does not say
/// that it runs there. In Rust such a value is not Send, and in Swift the compiler asks for the actor.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThreadAffineUse() : FearlessAnalyzer(Descriptors.FEAR2011_ThreadAffineUse)
{
    /// <summary>Diagnostic property: the thread that the member around the use could be marked with.</summary>
    internal const string ThreadKey = "thread";

    internal override void Register(AnalyzerRegistration registration)
    {
        if (registration.Scope.Types.HasMarkers || AffineTypes.AreReferenced(registration.Scope.Compilation))
            registration.ForTypes(TypeTraits.Work | TypeTraits.Contracts, Check);
    }

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        var names = new ThreadNames(scope.Types.Catalog);
        foreach (var body in facts.Bodies)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (body.IsConstructor && !HasFunctions(body.Root))
                continue;
            var reported = new HashSet<(ISymbol, string)>();
            foreach (var operation in body.Root.Descendants())
            {
                if (MemberOf(operation) is { } member && names.OfUsed(member) is { } thread && Problem(operation, member, thread, body, facts) is { } problem
                    && reported.Add((member, problem.Text)))
                {
                    context.ReportDiagnostic(Finding(operation, member, thread, problem));
                }
            }
        }
    }

    private static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        INameOfOperation => null,
        IInvocationOperation call => call.TargetMethod,
        IMemberReferenceOperation { Parent: not INameOfOperation } member and not IMethodReferenceOperation => member.Member,
        _ => null,
    };

    private static Trouble? Problem(IOperation use, ISymbol member, string thread, MemberBody body, TypeFacts facts)
    {
        var known = Dispatching.Known(use);
        if (known == true)
            return null;
        var where = Whereabouts.Of(use, out var start, out var function);
        if (where == Whereabout.Elsewhere)
            return null;
        if (where == Whereabout.Work)
            return Objects.IsMadeIn(use, function!) || Objects.HasApartment(body.Root) ? null : Trouble.InWork(start!.Syntax);
        if (known == false)
            return Trouble.Denied;
        if (body.IsConstructor)
            return null;
        var own = ThreadNames.OfCode(body.Owner);
        if (own is not null)
            return own == thread ? null : Trouble.Named(body.Owner.Name, own);
        return OfCallers(member, thread, body, facts);
    }

    /// <summary>The code runs on its caller's thread: work that the type starts, or anybody, if the member's author speaks of a thread and the caller's does not.</summary>
    private static Trouble? OfCallers(ISymbol member, string thread, MemberBody body, TypeFacts facts)
    {
        foreach (var root in facts.Roots.Of(body.Owner))
        {
            if (root is { Kind: ThreadRootKind.Work, Site.Description.Thread: null, Start: { } start, Starter: { } starter } && !Objects.HasApartment(starter.Root) && !AsksOnTheWay(body, facts)
                && ThreadNames.OfCode(body.Owner) is null)
            {
                return Trouble.InWork(start);
            }
        }

        // Data that is marked is used by marked code; who calls a method is another matter.
        if (member is not (IFieldSymbol or IPropertySymbol or IEventSymbol) || ThreadNames.OfMarker(member) is null || !facts.IsOwn(member))
            return null;
        foreach (var root in facts.Roots.Of(body.Owner))
        {
            if (root is { Kind: ThreadRootKind.Entry, Member: { } entry } && ThreadNames.OfCode(entry) != thread && !AsksOnTheWay(body, facts))
                return Trouble.Unmarked(entry.Name, SymbolEqualityComparer.Default.Equals(entry, body.Owner));
        }

        return null;
    }

    /// <summary>Some caller asks on which thread it is: what it does then is its business.</summary>
    private static bool AsksOnTheWay(MemberBody body, TypeFacts facts)
    {
        var visited = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { body.Owner };
        var pending = new Stack<MemberBody>();
        pending.Push(body);
        while (pending.Count > 0)
        {
            var current = pending.Pop();
            foreach (var operation in current.Root.Descendants())
            {
                if (operation is IInvocationOperation { TargetMethod.Name: var call } && Dispatching.IsCheck(call) || operation is IPropertyReferenceOperation { Property.Name: var name } && Dispatching.IsCheck(name))
                    return true;
            }

            foreach (var site in facts.Calls.SitesOf(current.Owner))
            {
                if (visited.Add(site.Caller.Owner))
                    pending.Push(site.Caller);
            }
        }

        return false;
    }

    private static bool HasFunctions(IOperation root)
    {
        foreach (var operation in root.Descendants())
        {
            if (operation is IAnonymousFunctionOperation)
                return true;
        }

        return false;
    }

    private static Diagnostic Finding(IOperation use, ISymbol member, string thread, Trouble trouble) => Diagnostic.Create(
        Descriptors.FEAR2011_ThreadAffineUse,
        Objects.PlaceOf(use).GetLocation(),
        trouble.At is { } at ? [at.GetLocation()] : [],
        trouble.CanMark ? ImmutableDictionary<string, string?>.Empty.Add(ThreadKey, thread) : ImmutableDictionary<string, string?>.Empty,
        member.Name,
        thread,
        trouble.Text.Replace("{line}", trouble.At?.Line().ToString(CultureInfo.InvariantCulture)),
        trouble.CanMark ? $"mark it [ThreadAffine(\"{thread}\")], or go through the thread's dispatcher" : "go through the thread's dispatcher");
}
