using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>Whether two accesses to the same member of the same object can happen at the same time, because of work that the type starts.</summary>
internal sealed class RootOverlap(TypeFacts facts)
{
    private readonly AsyncStarts _left = new(facts);
    private readonly Dictionary<StorageAccess, ThreadRoot[]> _roots = [];
    private readonly bool _isPinned = !ConcurrencyEvidence.Of(facts) || UserInterface.Shows(facts.Type);
    private readonly Dictionary<MemberBody, int> _joins = [];
    private readonly Dictionary<ISymbol, HashSet<ISymbol>> _callers = new(SymbolEqualityComparer.Default);

    /// <summary>The work because of which they can; null: nothing here says so.</summary>
    public SpawnSite? Between(StorageAccess first, StorageAccess second)
    {
        foreach (var one in RootsOf(first))
        {
            foreach (var other in RootsOf(second))
            {
                if (Between(one, first, other, second) is { } site)
                    return site;
            }
        }

        return null;
    }

    /// <summary>Whose threads come to the access, the async methods included that the type calls and leaves to themselves.</summary>
    private ThreadRoot[] RootsOf(StorageAccess access)
    {
        if (!_roots.TryGetValue(access, out var roots))
            _roots.Add(access, roots = [.. facts.RootsOf(access), .. _left.RootsOf(access, _isPinned)]);
        return roots;
    }

    /// <summary>Work that the type starts comes to the access.</summary>
    public bool IsReachedByWork(StorageAccess access)
    {
        foreach (var root in RootsOf(access))
        {
            if (root.Kind == ThreadRootKind.Work)
                return true;
        }

        return false;
    }

    /// <summary>The first of two accesses that overlap is the work's, and the second is not.</summary>
    public bool IsByWork(StorageAccess first, StorageAccess second, SpawnSite work) => IsOf(work, first) && !IsOf(work, second);

    private bool IsOf(SpawnSite work, StorageAccess access)
    {
        foreach (var root in RootsOf(access))
        {
            if (root.Site == work)
                return true;
        }

        return false;
    }

    private SpawnSite? Between(ThreadRoot one, StorageAccess first, ThreadRoot other, StorageAccess second) => (one.Kind, other.Kind) switch
    {
        (ThreadRootKind.Work, ThreadRootKind.Work) => one == other ? Itself(one) : BothWork(one, other),
        (ThreadRootKind.Work, ThreadRootKind.Entry) => IsDuring(one, other, second) ? one.Site : null,
        (ThreadRootKind.Entry, ThreadRootKind.Work) => IsDuring(other, one, first) ? other.Site : null,
        _ => null,
    };

    // A timer's callback may overlap itself, but hardly ever does; nobody thanks us for saying so of each timer.
    private static SpawnSite? Itself(ThreadRoot work) => work.Site!.OverlapsItself && !IsTimer(work.Site) ? work.Site : null;

    private static SpawnSite? BothWork(ThreadRoot one, ThreadRoot other)
    {
        if (one.Starter is not null && one.Starter == other.Starter)
        {
            return (one.Site!.RunningAtStart & other.Site!.Bit) != 0 ? one.Site
                : (other.Site.RunningAtStart & one.Site.Bit) != 0 ? other.Site
                : null;
        }

        // An object is made by one constructor.
        if (one.Starter is { IsConstructor: true } && other.Starter is { IsConstructor: true } && !one.Starter.Owner.IsStatic && !other.Starter.Owner.IsStatic
            && !SymbolEqualityComparer.Default.Equals(one.Starter.Owner, other.Starter.Owner) && !Chains(one.Starter, other.Starter) && !Chains(other.Starter, one.Starter))
        {
            return null;
        }

        return one.IsDetached ? one.Site : other.IsDetached ? other.Site : null;
    }

    /// <summary><c>: this(…)</c></summary>
    private static bool Chains(MemberBody constructor, MemberBody other)
    {
        foreach (var operation in constructor.Root.Descendants())
        {
            if (operation is IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Constructor } target } && SymbolEqualityComparer.Default.Equals(target.OriginalDefinition, other.Owner))
                return true;
        }

        return false;
    }

    /// <summary>Code of the caller's thread runs while the work does.</summary>
    private bool IsDuring(ThreadRoot work, ThreadRoot entry, StorageAccess access)
    {
        var site = work.Site!;
        if (work.Starter is null)
            return !IsSetUp(access);
        if (access.Body == work.Starter)
            return (access.Fact.Running & site.Bit) != 0 && !KeepsTimer(access, site);
        if (SymbolEqualityComparer.Default.Equals(entry.Member, work.Starter!.Owner))
            return IsCalledDuring(work, access);
        if (LeadsTo(entry.Member!, work.Starter.Owner))
            return work.IsDetached && access.Body.Owner.Equals(entry.Member, SymbolEqualityComparer.Default) && IsAfterCallTowards(access, work.Starter.Owner);
        return work.IsDetached && !IsSetUp(access) && access.Syntax.SpanStart < FirstJoinIn(access.Body);
    }

    /// <summary>The member calls the one that starts the work, or calls what does.</summary>
    private bool LeadsTo(ISymbol member, ISymbol starter)
    {
        if (!_callers.TryGetValue(starter, out var callers))
            _callers.Add(starter, callers = CallersOf(starter));
        return callers.Contains(member);
    }

    private HashSet<ISymbol> CallersOf(ISymbol starter)
    {
        var callers = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<ISymbol>();
        pending.Push(starter);
        while (pending.Count > 0)
        {
            foreach (var call in facts.Calls.SitesOf(pending.Pop()))
            {
                if (callers.Add(call.Caller.Owner))
                    pending.Push(call.Caller.Owner);
            }
        }

        return callers;
    }

    private bool IsAfterCallTowards(StorageAccess access, ISymbol starter)
    {
        foreach (var call in access.Body.Facts!.Calls)
        {
            var target = call.Target.OriginalDefinition;
            if ((call.Syntax.SpanStart < access.Syntax.SpanStart || AreInOneLoop(call.Syntax, access.Syntax))
                && (SymbolEqualityComparer.Default.Equals(target, starter) || LeadsTo(target, starter)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreInOneLoop(SyntaxNode one, SyntaxNode other)
    {
        for (var around = one.Parent; around is not null and not MemberDeclarationSyntax; around = around.Parent)
        {
            if (around is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax && around.Span.Contains(other.Span))
                return true;
        }

        return false;
    }

    /// <summary>A helper of the member that starts the work: called while the work runs?</summary>
    private bool IsCalledDuring(ThreadRoot work, StorageAccess access)
    {
        foreach (var call in facts.Calls.SitesOf(access.Body.Owner))
        {
            if (call.Caller != work.Starter || call.Context != ThreadContext.Main)
                continue;
            foreach (var fact in work.Starter!.Facts!.Calls)
            {
                if (fact.Syntax == call.Syntax && fact.Context == call.Context && (fact.Running & work.Site!.Bit) != 0)
                    return true;
            }
        }

        return false;
    }

    /// <summary>Properties are set before the work starts, as a rule, and an object is disposed after it has ended.</summary>
    private bool IsSetUp(StorageAccess access) => access.Body.Owner is IMethodSymbol method
        && (method.MethodKind == MethodKind.PropertySet || Disposals.IsOne(method) || SetUps.IsNamedSo(method, facts));

    /// <summary>Where the body first waits for work that the object keeps a handle of.</summary>
    private int FirstJoinIn(MemberBody body)
    {
        if (_joins.TryGetValue(body, out var position))
            return position;
        position = int.MaxValue;
        foreach (var operation in body.Root.Descendants())
        {
            if (Handles.JoinedBy(operation) is { } handle && operation is not IPropertyReferenceOperation && Handles.Configured(handle) is IFieldReferenceOperation or IPropertyReferenceOperation
                && operation.Syntax.SpanStart < position)
            {
                position = operation.Syntax.SpanStart;
            }
        }

        _joins.Add(body, position);
        return position;
    }

    /// <summary><c>_timer = new Timer(…, 200, …)</c>: the callback may see what the field held before, but it comes much later.</summary>
    private static bool KeepsTimer(StorageAccess access, SpawnSite site) =>
        access.IsWrite && access.Syntax.Parent is AssignmentExpressionSyntax { Right: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: var arguments } made }
        && made.Span.Contains(site.Call.Span) && (arguments.Count < 3 || arguments[arguments.Count - 2].Expression is not LiteralExpressionSyntax { Token.Value: 0 });

    private static bool IsTimer(SpawnSite site) => site.Call switch
    {
        BaseObjectCreationExpressionSyntax { Parent: { } } creation => creation is ImplicitObjectCreationExpressionSyntax || creation.ToString().Contains("Timer"),
        AssignmentExpressionSyntax => true,
        _ => false,
    };
}
