using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>One access to a field, property or captured parameter of a type, from within the type.</summary>
internal sealed class StorageAccess(
    ISymbol member, IOperation reference, AccessKind kind, AccessPath path, MemberBody body, ThreadContext context, AccessFact fact,
    HashSet<LockName> locks, HashSet<LockName> sharedLocks, bool holdsStrangeLock)
{
    public ISymbol Member { get; } = member;

    /// <summary>The reference, in the tree as it is written.</summary>
    public IOperation Reference { get; } = reference;

    public AccessKind Kind { get; } = kind;

    public AccessPath Path { get; } = path;

    public MemberBody Body { get; } = body;

    public ThreadContext Context { get; } = context;

    public AccessFact Fact { get; } = fact;

    /// <summary>What is held for certain and excludes everybody else, entry locks included.</summary>
    public HashSet<LockName> Locks { get; } = locks;

    /// <summary>What is held for reading only: enough to read.</summary>
    public HashSet<LockName> SharedLocks { get; } = sharedLocks;

    public SyntaxNode Syntax => Reference.Syntax;

    /// <summary>The access that a callee makes, if this one stands at the call.</summary>
    public StorageAccess? Inner { get; private set; }

    /// <summary>What stands at the call in the callee: the access itself, or the next call on the way to it.</summary>
    public StorageAccess? Via { get; private set; }

    /// <summary>The same access, as the code sees it that calls the member in which it is made.</summary>
    public StorageAccess At(IOperation call, MemberBody caller, AccessFact fact, HashSet<LockName> locks) =>
        new(Member, call, Kind, Path, caller, fact.Context, fact, locks, SharedLocks, HoldsStrangeLock) { Inner = Inner ?? this, Via = this };

    public bool IsWrite => (Kind & AccessKind.Write) != 0;

    public bool IsAtomic => (Kind & AccessKind.Atomic) != 0;

    /// <summary>Only the object that the member held is used, under another name.</summary>
    public bool IsAlias => (Kind & AccessKind.Alias) != 0;

    /// <summary>The member itself, not the object that it refers to: this object's, or the type's.</summary>
    public bool IsOnThis => Path.Root is PathRoot.This or PathRoot.Static;

    /// <summary>A lock is held of which nobody here knows whose it is, such as a parameter.</summary>
    public bool HoldsStrangeLock { get; } = holdsStrangeLock;

    /// <summary>
    /// <c>_state.Head</c>: the field of a struct through which the member is used. Other fields of it are other locations, and what is atomic for one
    /// is not atomic for all.
    /// </summary>
    public IFieldSymbol? Part =>
        Reference.Parent is IFieldReferenceOperation { Field: { ContainingType.IsValueType: true } used } reference && reference.Instance == Reference && !MemberShape.IsOverlaid(used) ? used : null;

    /// <summary>
    /// The same location, as far as names say: the field of a struct is one for each place that holds the struct. What the struct's own members do to it,
    /// they do wherever they are called; what is done at a place that holds it, they do not meet unless they are called there.
    /// </summary>
    public bool IsSamePlace(StorageAccess other)
    {
        if (!Member.ContainingType.IsValueType || Path.Steps.Length < 2)
            return true;
        if (other.Path.Steps.Length < 2)
            return false;
        if (Path.Root != other.Path.Root || Path.Steps.Length != other.Path.Steps.Length)
            return false;
        for (var i = 0; i < Path.Steps.Length; i++)
        {
            if (!SymbolEqualityComparer.Default.Equals(Path.Steps[i].Member, other.Path.Steps[i].Member))
                return false;
        }

        return true;
    }

    /// <summary>Some lock that protects an access of this kind.</summary>
    public bool IsLocked => Locks.Count > 0 || (!IsWrite && SharedLocks.Count > 0);

    public bool Holds(LockName name, bool forWrite) => Locks.Contains(name) || (!forWrite && SharedLocks.Contains(name));
}
