using System.Collections.Generic;
using System.Threading;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Types;

/// <summary>The accesses to the members of one outermost type, in all of its bodies, with the locks that they hold.</summary>
internal sealed class TypeAccesses
{
    private readonly Dictionary<ISymbol, List<MemberAccess>> _accesses = new(SymbolEqualityComparer.Default);

    public IReadOnlyList<MemberAccess> Of(ISymbol member) => _accesses.TryGetValue(member, out var found) ? found : [];

    /// <summary>Null: some of its source is not here.</summary>
    public static TypeAccesses? Read(INamedTypeSymbol type, Compilation compilation)
    {
        var accesses = new TypeAccesses();
        var bodies = new List<(IOperation Body, ISymbol Owner)>();
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (!compilation.ContainsSyntaxTree(reference.SyntaxTree))
                return null;
            var model = SourceModels.Of(compilation, reference.SyntaxTree);
            foreach (var node in reference.GetSyntax().DescendantNodes())
            {
                if (IsBody(node) && RootOf(model.GetOperation(node)) is { } body && model.GetEnclosingSymbol(BodyStart(node)) is { } owner)
                    bodies.Add((body, owner));
            }
        }

        var helpers = new HelperLocks();
        foreach (var (body, owner) in bodies)
            helpers.Visit(body, owner);
        foreach (var (body, owner) in bodies)
            accesses.AddBody(body, owner, helpers.Of(owner));
        return accesses;
    }

    /// <summary>A flow graph is made of whole bodies only; null: none can be made of this one.</summary>
    private static IOperation? RootOf(IOperation? operation)
    {
        while (operation?.Parent is { } parent)
            operation = parent;
        return operation is IMethodBodyOperation or IConstructorBodyOperation or IBlockOperation ? operation : null;
    }

    private static bool IsBody(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        ArrowExpressionClauseSyntax arrow => arrow.Parent is PropertyDeclarationSyntax or IndexerDeclarationSyntax,
        _ => false,
    };

    private static int BodyStart(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => (method.Body ?? (SyntaxNode)method.ExpressionBody!).SpanStart + 1,
        AccessorDeclarationSyntax accessor => (accessor.Body ?? (SyntaxNode)accessor.ExpressionBody!).SpanStart + 1,
        _ => node.SpanStart + 1,
    };

    private void AddBody(IOperation body, ISymbol owner, HashSet<LockName>? inherited)
    {
        var facts = BodyAnalysis.Run(body, owner, static root => GraphOf(root), summaries: null, CancellationToken.None);
        var bySyntax = new Dictionary<SyntaxNode, AccessFact>();
        if (facts is not null)
        {
            foreach (var fact in facts.Accesses)
            {
                // The same code in several contexts: the one that holds least decides.
                if (!bySyntax.TryGetValue(fact.Syntax, out var known) || fact.Locks.Length < known.Locks.Length || known.Context == ThreadContext.Main)
                    bySyntax[fact.Syntax] = fact;
            }
        }

        foreach (var operation in body.Descendants())
        {
            if (MemberOf(operation) is { } member && operation.Parent is not INameOfOperation)
                Add(operation, member, owner, bySyntax.TryGetValue(operation.Syntax, out var fact) ? fact : null, inherited);
        }
    }

    private void Add(IOperation operation, ISymbol member, ISymbol owner, AccessFact? fact, HashSet<LockName>? inherited)
    {
        if (fact is not null && fact.Context == ThreadContext.Main && fact.Path.Root is PathRoot.This or PathRoot.Static && (IsConstruction(owner, member) || (inherited is null && owner is IMethodSymbol { MethodKind: MethodKind.Ordinary })))
            return;
        var locks = new HashSet<LockName>();
        if (fact is not null)
        {
            foreach (var held in fact.Locks)
            {
                if (!(fact.IsWrite && held.Mode == LockMode.Shared) && LockName.Relative(held.Path, fact.Path) is { } name)
                    locks.Add(name);
            }

            if (fact.Path.Root == PathRoot.This && inherited is not null && fact.Context == ThreadContext.Main)
                locks.UnionWith(inherited);
        }

        var access = fact is null
            ? new MemberAccess(operation.Syntax, AccessSyntax.IsWrite(operation), false, false, locks)
            : new MemberAccess(operation.Syntax, fact.IsWrite, fact.IsAtomic, AccessSyntax.IsReadModifyWrite(operation, member), locks);
        if (!_accesses.TryGetValue(member, out var list))
            _accesses.Add(member, list = []);
        list.Add(access);
    }

    private static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IFieldReferenceOperation field => field.Field.OriginalDefinition,
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property => property.Property.OriginalDefinition,
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>Nobody else has the object while its constructor runs. Only the object itself is meant, and its own type's statics.</summary>
    private static bool IsConstruction(ISymbol owner, ISymbol member) =>
        owner is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } method
        && method.IsStatic == (member.IsStatic && method.MethodKind == MethodKind.StaticConstructor)
        && (!member.IsStatic || SymbolEqualityComparer.Default.Equals(method.ContainingType, member.ContainingType));

    private static ControlFlowGraph GraphOf(IOperation root) => root switch
    {
        IMethodBodyOperation method => ControlFlowGraph.Create(method),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor),
        _ => ControlFlowGraph.Create((IBlockOperation)root),
    };
}
