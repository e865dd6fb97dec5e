using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>A fresh object that is stored where others see it, and filled afterwards.</summary>
internal static class EarlyStores
{
    /// <summary>The first change after the store; null: it is complete when it is stored.</summary>
    public static SyntaxNode? FillAfter(TypeFacts facts, CompilationScope scope, StorageAccess store)
    {
        if (store.Reference.UsedBy() is not ISimpleAssignmentOperation assignment || assignment.Target != store.Reference || !IsFresh(assignment.Value, store) || IsOfThreads(MemberType.Of(store.Member)))
            return null;
        var block = assignment.Parent;
        while (block is not (null or IBlockOperation))
            block = block.Parent;
        if (block is null)
            return null;
        var uses = new ObjectUse(scope.Types.Catalog, scope.Effects);
        var isFirstUse = IsMadeOnFirstUse(facts, store);
        var local = (assignment.Value.Unwrap() as ILocalReferenceOperation)?.Local;
        foreach (var operation in block.Descendants())
        {
            if (!IsSameObject(operation, store, local, facts))
                continue;

            // Where it is there already, it is cleared and filled anew: a buffer that its user keeps, and no object that is made for others.
            if (Branches.AreApart(assignment, operation) && uses.Of(operation) == ObjectEffect.Write)
                return null;
            if (operation.Syntax.SpanStart < assignment.Syntax.Span.End || !Branches.LeadsOn(assignment, operation))
                continue;
            if (IsStoredAgain(operation))
                return null;
            if (uses.Of(operation) == ObjectEffect.Write || SetsMember(operation) || FillsMember(operation, uses) || (isFirstUse && IsSetUp(operation)))
                return operation.Syntax;
        }

        return null;
    }

    private static bool IsSameObject(IOperation operation, StorageAccess store, ILocalSymbol? local, TypeFacts facts)
    {
        if (operation is ILocalReferenceOperation use)
            return local is not null && SymbolEqualityComparer.Default.Equals(use.Local, local);
        if (operation is not (IFieldReferenceOperation or IPropertyReferenceOperation))
            return false;
        foreach (var access in facts.AccessesTo(store.Member))
        {
            if (access.Reference.Syntax == operation.Syntax && access.Body == store.Body && access.Context == store.Context && access.Path.Equals(store.Path))
                return true;
        }

        return false;
    }

    private static bool IsStoredAgain(IOperation reference) => reference.UsedBy() is IAssignmentOperation assignment && assignment.Target == reference;

    /// <summary>A call that returns nothing, on an object that was made a moment ago: it is still being set up, whatever it does.</summary>
    private static bool IsSetUp(IOperation reference) =>
        reference.UsedBy() is IInvocationOperation { TargetMethod: { ReturnsVoid: true, IsExtensionMethod: false, Name: not "Dispose" } } call && call.Instance?.Unwrap() == reference;

    private static bool IsMadeOnFirstUse(TypeFacts facts, StorageAccess store)
    {
        foreach (var read in facts.AccessesTo(store.Member))
        {
            if (read.Body == store.Body && !read.IsWrite && !read.IsLocked && read.Syntax.SpanStart < store.Syntax.SpanStart && NullTests.IsTested(read.Reference)
                && !IsRefusal(read) && TestedFlag.Of(read) is { } flag && flag.Decides(store.Syntax))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>if (_x != null) throw …</c>: whoever finds the object there does not use it.</summary>
    private static bool IsRefusal(StorageAccess test)
    {
        var choice = test.Syntax.FirstAncestorOrSelf<IfStatementSyntax>();
        return choice is not null && choice.Condition.Span.Contains(test.Syntax.Span)
            && (choice.Statement is ThrowStatementSyntax || choice.Statement is BlockSyntax { Statements: { Count: 1 } only } && only[0] is ThrowStatementSyntax);
    }

    private static bool SetsMember(IOperation reference)
    {
        var member = reference.UsedBy();
        if (!(member is IMemberReferenceOperation { Instance: { } instance } && instance.Unwrap() == reference))
            return false;
        return member.UsedBy() is IAssignmentOperation assignment && assignment.Target == member;
    }

    /// <summary><c>s_known._items.Add(…)</c>.</summary>
    private static bool FillsMember(IOperation reference, ObjectUse uses) =>
        reference.UsedBy() is IMemberReferenceOperation { Instance: { } instance } member && instance.Unwrap() == reference && member is IFieldReferenceOperation or IPropertyReferenceOperation
        && uses.Of(member) == ObjectEffect.Write;

    private static bool IsFresh(IOperation value, StorageAccess store)
    {
        if (value.Unwrap() is ILocalReferenceOperation local)
        {
            var variables = new VariableTable();
            foreach (var operation in store.Body.Root.Descendants())
                variables.Visit(operation);
            var values = variables.ValuesOf(local.Local);
            return values.Count == 1 && IsCreation(values[0]);
        }

        return IsCreation(value);
    }

    private static bool IsCreation(IOperation? value) => value?.Unwrap() is IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation;

    /// <summary>Threads, timers and tokens are set up and started where they are stored; nobody calls that a fill.</summary>
    private static bool IsOfThreads(ITypeSymbol? type)
    {
        for (var space = type?.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.IsNamed("System.Threading") || space.IsNamed("System.Timers") || space.IsNamed("System.Collections.Concurrent"))
                return true;
        }

        return type is null or { IsValueType: true };
    }

    /// <summary>Somebody who may run meanwhile, and reads the member without a lock that the fill holds.</summary>
    public static StorageAccess? ReaderMeanwhile(TypeFacts facts, StorageAccess store)
    {
        var hasEvidence = ConcurrencyEvidence.Of(facts, store.Member);
        foreach (var read in facts.AccessesTo(store.Member))
        {
            if (read.IsWrite || read.IsAlias || !read.IsOnThis || ConcurrencyEvidence.SharesLock(read, store))
                continue;
            if (read.Body == store.Body)
            {
                // Made on first use: the test is what other threads pass meanwhile.
                if (hasEvidence && !read.IsLocked && read.Syntax.SpanStart < store.Syntax.SpanStart && NullTests.IsTested(read.Reference)
                    && !IsRefusal(read) && TestedFlag.Of(read) is { } flag && flag.Decides(store.Syntax) && ConcurrencyEvidence.OverlapsItself(facts, store))
                {
                    return read;
                }

                continue;
            }

            var isMarked = store.Member is IFieldSymbol { IsVolatile: true } || read.IsAtomic || store.Locks.Count > 0 || IsPartlyLocked(facts, store);
            if (isMarked ? ConcurrencyEvidence.MayOverlap(facts, store, read) && !ConcurrencyEvidence.IsOrderedByOwnWork(store) : IsInOtherWork(facts, store, read))
                return read;
        }

        return null;
    }

    /// <summary>Some callers of the helper hold a lock, and others do not.</summary>
    private static bool IsPartlyLocked(TypeFacts facts, StorageAccess store)
    {
        bool locked = false, bare = false;
        foreach (var site in facts.Calls.SitesOf(store.Body.Owner))
        {
            locked |= !site.Locks.IsEmpty;
            bare |= site.Locks.IsEmpty;
        }

        return locked && bare && store.Context == ThreadContext.Main;
    }

    private static bool IsInOtherWork(TypeFacts facts, StorageAccess store, StorageAccess read)
    {
        if (ConcurrencyEvidence.IsOrderedByOwnWork(store) || ConcurrencyEvidence.IsOrderedByOwnWork(read) || !ConcurrencyEvidence.IsBetweenWork(facts, store, read))
            return false;
        foreach (var root in facts.RootsOf(read))
        {
            if (root.Kind == ThreadRootKind.Work && !ContainsRoot(facts.RootsOf(store), root))
                return true;
        }

        return false;
    }

    private static bool ContainsRoot(IReadOnlyCollection<ThreadRoot> roots, ThreadRoot root)
    {
        foreach (var other in roots)
        {
            if (other == root)
                return true;
        }

        return false;
    }
}
