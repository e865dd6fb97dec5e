using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// Everything that happens to the members of one outermost type in all of its bodies: who accesses what, on whose thread, with which locks.
/// A pure function of the type's source.
/// </summary>
internal sealed class TypeFacts
{
    private static readonly IReadOnlyList<StorageAccess> _none = [];

    private readonly Dictionary<ISymbol, List<StorageAccess>> _accesses = new(SymbolEqualityComparer.Default);

    public TypeFacts(TypeStructure structure)
    {
        Structure = structure;
        foreach (var body in structure.Bodies)
            AddBody(body);
    }

    public TypeStructure Structure { get; }

    public INamedTypeSymbol Type => Structure.Type;

    public IReadOnlyList<MemberBody> Bodies => Structure.Bodies;

    public CallGraph Calls => Structure.Calls;

    public ThreadRoots Roots => Structure.Roots;

    /// <summary>The members that are accessed, in no promised order.</summary>
    public IReadOnlyCollection<ISymbol> Members => _accesses.Keys;

    /// <summary>It is declared in this outermost type; accesses to members of other types are known as well, as far as they are made here.</summary>
    public bool IsOwn(ISymbol member) => member.ContainingType is { } owner
        && SymbolEqualityComparer.Default.Equals(MemberShape.Outermost(owner).OriginalDefinition, Type);

    /// <summary>All accesses but those that make the object; those of a fresh local object are left out as well.</summary>
    public IReadOnlyList<StorageAccess> AccessesTo(ISymbol member) => _accesses.TryGetValue(member.OriginalDefinition, out var found) ? found : _none;

    /// <summary>Whose threads come to the access.</summary>
    public IReadOnlyCollection<ThreadRoot> RootsOf(StorageAccess access) => Roots.Of(access.Body, access.Context, access.Path.Root == PathRoot.Static);

    private void AddBody(MemberBody body)
    {
        if (body.Facts is not { } facts || IsOtherName(body.Owner))
            return;
        var bySyntax = new Dictionary<SyntaxNode, List<AccessFact>>();
        foreach (var fact in facts.Accesses)
        {
            if (!bySyntax.TryGetValue(fact.Syntax, out var list))
                bySyntax.Add(fact.Syntax, list = []);
            list.Add(fact);
        }

        var variables = new VariableTable();
        foreach (var operation in body.Root.Descendants())
            variables.Visit(operation);
        var paths = new PathResolver(variables, null);
        var inHand = LocksInHand.In(body);
        foreach (var operation in body.Root.Descendants())
        {
            if (!bySyntax.TryGetValue(operation.Syntax, out var found) || !IsReference(operation) || paths.Resolve(operation) is not { } path
                || MemberOf(path) is not { } member || FreshObjects.IsFresh(path, variables) || IsOfOneThread(path))
                continue;
            foreach (var fact in found)
                Add(body, operation, fact, member, path, inHand);
        }
    }

    /// <summary>A private property that is a field under another name: whoever uses it uses the field, and is seen doing so.</summary>
    private static bool IsOtherName(ISymbol owner) =>
        owner is IMethodSymbol { AssociatedSymbol: IPropertySymbol { DeclaredAccessibility: Accessibility.Private } property } && BackingField.Of(property) is not null;

    private void Add(MemberBody body, IOperation operation, AccessFact fact, ISymbol member, AccessPath path, IReadOnlyList<(AccessPath Lock, int Until)> inHand)
    {
        // A local that is another name for the member: only what is done to the object counts.
        var isAlias = operation is ILocalReferenceOperation or IParameterReferenceOperation && fact.Path.Variable is not null;
        if (isAlias && (fact.Kind & (AccessKind.Write | AccessKind.Initial)) != 0)
            return;
        if (fact.Context == ThreadContext.Main && (IsConstruction(body.Owner, member, path) || (path.Root == PathRoot.This && Structure.SetUp.Covers(body, operation.Syntax, SetUpEvidence.Order))))
            return;
        HashSet<LockName> locks = [], shared = [];
        var holdsStrange = false;
        foreach (var held in fact.Locks)
        {
            if (LockName.Relative(held.Path, path) is { } name)
                (held.Mode == LockMode.Shared ? shared : locks).Add(name);
            else
                holdsStrange = true;
            holdsStrange |= IsOfNeighbour(held.Path, path, member);
        }

        foreach (var (held, until) in inHand)
        {
            if (fact.Context == ThreadContext.Main && operation.Syntax.SpanStart < until && LockName.Relative(held, path) is { } name)
                locks.Add(name);
        }

        holdsStrange |= ScopedLocks.IsInUnknown(operation, fact);
        if (fact.Context == ThreadContext.Main)
            AddEntryLocks(Structure.Entry.Of(body.Owner), path, locks);
        var kind = isAlias ? AccessKind.Alias : fact.Kind;
        if (!_accesses.TryGetValue(member, out var list))
            _accesses.Add(member, list = []);
        list.Add(new StorageAccess(member, operation, kind, path, body, fact.Context, fact, locks, shared, holdsStrange));
    }

    /// <summary>
    /// This object's lock, while another of the same type is accessed, and it is not a lock that each of them makes for itself: it was given to
    /// this object, or is reached through something that was, and so may be the other's as well. Siblings share the lock of their parent, nodes
    /// that of their list.
    /// </summary>
    private bool IsOfNeighbour(AccessPath held, AccessPath path, ISymbol member) =>
        held.Steps.Length > 0 && held.Root != PathRoot.Static && (path.Steps.Length > 1 || held.Root != path.Root || !SymbolEqualityComparer.Default.Equals(held.Variable, path.Variable))
        && held.Steps[0].Member is IFieldSymbol { IsStatic: false } gate
        && SymbolEqualityComparer.Default.Equals(gate.ContainingType, member.ContainingType)
        && (held.Steps.Length > 1 || !IsMadeHere(gate));

    private bool IsMadeHere(IFieldSymbol gate)
    {
        if (FieldValues.Of(gate, Structure.Compilation) is not { Count: > 0 } values)
            return false;
        foreach (var value in values)
        {
            if (!value.IsExact)
                return false;
        }

        return true;
    }

    private static void AddEntryLocks(IReadOnlyCollection<LockName> entry, AccessPath path, HashSet<LockName> locks)
    {
        var isOwn = path.Root == PathRoot.This && path.Steps.Length == 1;
        foreach (var name in entry)
        {
            if (name.Scope == LockScope.Static || isOwn)
                locks.Add(name);
            else if (name.Scope == LockScope.Own && path.Root != PathRoot.Static)
                locks.Add(new LockName(LockScope.Outer, name.Steps));
        }
    }

    private static bool IsReference(IOperation operation) => operation switch
    {
        IFieldReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: false } or IEventReferenceOperation => operation.Parent is not INameOfOperation,
        ILocalReferenceOperation { IsDeclaration: false, Local.Type.IsReferenceType: true } or IParameterReferenceOperation => true,
        _ => false,
    };

    private static ISymbol? MemberOf(AccessPath path)
    {
        if (path.Steps.IsEmpty || path.Steps[path.Steps.Length - 1].Member is not { } member)
            return null;
        if ((member.DeclaringSyntaxReferences.IsEmpty && !IsBox(member)) || (member is IPropertySymbol property && !MemberShape.IsAutoProperty(property)))
            return null;
        return member;
    }

    /// <summary><c>[ThreadStatic]</c>: each thread has one of its own, with what it leads to.</summary>
    private static bool IsOfOneThread(AccessPath path) => path.Root == PathRoot.Static && path.Steps[0].Member is { } first && MemberShape.IsPerThread(first);

    /// <summary>A variable in an object of its own: <c>StrongBox&lt;int&gt;.Value</c>.</summary>
    private static bool IsBox(ISymbol member) => member is IFieldSymbol { IsReadOnly: false, ContainingType: { Name: "StrongBox" } type } && type.ContainingNamespace.IsNamed("System.Runtime.CompilerServices");

    /// <summary>Nobody else has the object while its constructor runs. Only the object itself is meant, and its own type's statics.</summary>
    private bool IsConstruction(ISymbol owner, ISymbol member, AccessPath path)
    {
        if (path.Root == PathRoot.Static || member.IsStatic)
            return owner is IMethodSymbol { MethodKind: MethodKind.StaticConstructor } method && SymbolEqualityComparer.Default.Equals(method.ContainingType, member.ContainingType);
        return path.Root == PathRoot.This && Roots.IsOnlyConstruction(owner);
    }
}
