using System.Collections.Concurrent;
using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Program;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>From where each member of a type is reached: from outside, from work that the type starts, from construction.</summary>
internal sealed class ThreadRoots(INamedTypeSymbol outermost, CallGraph calls, NameUses names, ProgramFacts program)
{
    private readonly ConcurrentDictionary<ISymbol, HashSet<ThreadRoot>> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, HashSet<ThreadRoot>> _ofAnyObject = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ThreadRoot> _entries = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<ISymbol, bool> _own = new(SymbolEqualityComparer.Default);

    public INamedTypeSymbol Outermost => outermost;

    /// <summary>Whose threads run the code of a body in this context.</summary>
    public IReadOnlyCollection<ThreadRoot> Of(MemberBody body, ThreadContext context, bool ofAnyObject)
    {
        if (context.Site is { } site)
            return [calls.RootOf(site)];
        if (context == ThreadContext.Unknown)
            return [ThreadRoot.Unknown];
        return ofAnyObject ? _ofAnyObject.GetOrAdd(body.Owner, member => Find(member, ofAnyObject: true)) : Of(body.Owner);
    }

    /// <summary>Who runs the member on one and the same object: a call on another object says nothing about whose that is.</summary>
    public IReadOnlyCollection<ThreadRoot> Of(ISymbol member) => _known.GetOrAdd(member, member => Find(member, ofAnyObject: false));

    /// <summary>Nothing but the object's own construction leads there.</summary>
    public bool IsOnlyConstruction(ISymbol member)
    {
        var roots = Of(member);
        foreach (var root in roots)
        {
            if (root.Kind != ThreadRootKind.Construction)
                return false;
        }

        return roots.Count > 0;
    }

    private HashSet<ThreadRoot> Find(ISymbol member, bool ofAnyObject)
    {
        // Backwards over the calls. Each member is visited once, so recursion ends.
        var roots = new HashSet<ThreadRoot>();
        var visited = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { member };
        var pending = new Stack<ISymbol>();
        pending.Push(member);
        while (pending.Count > 0)
        {
            var current = pending.Pop();
            AddOwn(current, roots, ofAnyObject);
            foreach (var site in calls.SitesOf(current))
            {
                if (site.Context.Site is { } work && (ofAnyObject || current.IsStatic || site.Receiver is { Root: PathRoot.This, Steps.IsEmpty: true }))
                    roots.Add(calls.RootOf(work));
                else if (site.Context != ThreadContext.Main || !(ofAnyObject || current.IsStatic || site.Receiver is { Root: PathRoot.This, Steps.IsEmpty: true }))
                    roots.Add(ThreadRoot.Unknown);
                else if (site.Caller.IsConstructor && current is IMethodSymbol { IsAsync: true } && AsyncStarts.IsLeft(site.Syntax))
                    roots.Add(ThreadRoot.Unknown);
                else if (visited.Add(site.Caller.Owner))
                    pending.Push(site.Caller.Owner);
            }
        }

        return roots;
    }

    /// <summary>Code outside the outermost type can call it.</summary>
    public bool IsEntry(ISymbol member)
    {
        if (member is not IMethodSymbol method)
            return false;
        if (method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor)
            return false;
        if (method.IsOverride || method.MethodKind == MethodKind.ExplicitInterfaceImplementation || MemberShape.ImplementsInterface(method))
            return true;
        if (IsForOwnCode(method))
            return false;
        for (ISymbol? symbol = method.AssociatedSymbol ?? method; symbol is not null; symbol = symbol.ContainingType)
        {
            if (symbol.DeclaredAccessibility == Accessibility.Private)
                return false;
            if (SymbolEqualityComparer.Default.Equals(symbol, outermost))
                break;
        }

        // A member of its own, but with a private accessor.
        return method.DeclaredAccessibility != Accessibility.Private;
    }

    /// <summary>Not private, but as good as: nobody else in the compilation calls it.</summary>
    private bool IsForOwnCode(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Internal, IsVirtual: false, IsAbstract: false }
        && calls.SitesOf(method).Count > 0 && _own.GetOrAdd(method, method => !names.IsUsedOutside(method.Name, outermost));

    /// <summary>Not what overrides a member of a base that is out of sight: that base may be called by anybody, on any thread.</summary>
    private static bool IsForDerived(ISymbol member)
    {
        while (member is IMethodSymbol { OverriddenMethod: { } overridden })
            member = overridden;
        return member is { DeclaredAccessibility: Accessibility.Protected or Accessibility.ProtectedAndInternal, DeclaringSyntaxReferences.IsEmpty: false };
    }

    private void AddOwn(ISymbol member, HashSet<ThreadRoot> roots, bool ofAnyObject)
    {
        if (member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor })
            roots.Add(ThreadRoot.Construction);
        else if (member is IMethodSymbol { MethodKind: MethodKind.Destructor })
            roots.Add(Entry(member, ThreadRootKind.Finalizer));
        else if (member is IMethodSymbol called && program.Contracts.Of(called) is { } contract)
            roots.Add(program.RootOf(called) ?? (contract.Manner == CallManner.SetUp ? ThreadRoot.Construction : Entry(member, ThreadRootKind.Entry)));
        else if (IsEntry(member))
            AddEntry((IMethodSymbol)member, roots, ofAnyObject);
        foreach (var work in calls.WorkOf(member))
            roots.Add(work);
        if (calls.Escapes(member))
            roots.Add(ThreadRoot.Unknown);
    }

    /// <summary>Code outside the type calls it; several threads do, if the program shares the object.</summary>
    private void AddEntry(IMethodSymbol member, HashSet<ThreadRoot> roots, bool ofAnyObject)
    {
        if (program.IsForSetUp(member))
        {
            roots.Add(ThreadRoot.Construction);
            return;
        }

        var isForDerived = IsForDerived(member);
        roots.Add(Entry(member, isForDerived ? ThreadRootKind.Derived : ThreadRootKind.Entry));
        if (!isForDerived && program.RootOf(member) is { } shared)
            roots.Add(shared);
        if (ofAnyObject && program.RootOfEach(member) is { } each)
            roots.Add(each);
    }

    private ThreadRoot Entry(ISymbol member, ThreadRootKind kind) => _entries.GetOrAdd(member, _ => new ThreadRoot(kind, member));
}
