using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// Which members only the maker of an object calls: <c>var sink = CreateSink(); Run(sink);</c>, where <c>Run</c> hands it on to <c>sink.Run(this)</c>.
/// Such a member runs once for each object, before anything else does.
/// </summary>
internal sealed class Makers(Compilation compilation, NameUses names)
{
    // Whoever makes it, hands it to a helper, which hands it to another.
    private const int MaxDepth = 4;

    private readonly ConcurrentDictionary<(ISymbol Method, int Depth), bool> _called = [];
    private readonly ConcurrentDictionary<(ISymbol Method, int Depth), bool> _made = [];

    /// <summary>All calls are in sight, and each is made on an object that the caller, or the caller's caller, has just made.</summary>
    public bool AreOnlyCallersOf(IMethodSymbol method) => AreOnlyCallersOf(method.OriginalDefinition, 0);

    private bool AreOnlyCallersOf(IMethodSymbol method, int depth) => depth < MaxDepth
        && (_called.TryGetValue((method, depth), out var known) ? known : _called.GetOrAdd((method, depth), All(method, call => IsFresh(call.Instance, depth + 1))));

    /// <summary>All calls are in sight, and each stands in a constructor: whoever is made with the object, or makes it, sets it up.</summary>
    public bool AreConstructors(IMethodSymbol method) => All(method.OriginalDefinition, IsMadeWith) || (!IsInSight(method) && AllInSight(method.OriginalDefinition, static call => IsMadeWith(call) && HandsItself(call)));

    /// <summary><c>policy.OnAttached(this)</c>: who else could do that?</summary>
    private static bool HandsItself(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Unwrap() is IInstanceReferenceOperation)
                return true;
        }

        return false;
    }

    private static bool IsMadeWith(IInvocationOperation call)
    {
        for (IOperation? at = call; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation or ILocalFunctionOperation or ILoopOperation)
                return false;
            if (at is IConstructorBodyOperation { Syntax: ConstructorDeclarationSyntax { Modifiers: var modifiers } })
                return !modifiers.Any(Microsoft.CodeAnalysis.CSharp.SyntaxKind.StaticKeyword);
        }

        return false;
    }

    /// <summary>The test holds for every call of the method, and there is one.</summary>
    private bool All(IMethodSymbol method, System.Func<IInvocationOperation, bool> holds) => IsInSight(method) && AllInSight(method, holds);

    private bool AllInSight(IMethodSymbol method, System.Func<IInvocationOperation, bool> holds)
    {
        var hasCalls = false;
        foreach (var use in names.Of(method.Name))
        {
            var model = SourceModels.Of(compilation, use.SyntaxTree);
            if (model.GetSymbolInfo(use).Symbol is not IMethodSymbol target || !IsOrOverrides(method, target.OriginalDefinition))
                continue;
            if (CallOf(use) is not { } syntax || model.GetOperation(syntax) is not IInvocationOperation call || !holds(call))
                return false;
            hasCalls = true;
        }

        return hasCalls;
    }

    private bool IsFresh(IOperation? value, int depth)
    {
        switch (value?.Unwrap())
        {
            case null:
                return false;
            case ILocalReferenceOperation { Local: var local } reference:
                var values = VariablesAround(reference).ValuesOf(local);
                foreach (var stored in values)
                {
                    if (!IsFresh(stored, depth))
                        return false;
                }

                return values.Count > 0;
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } owner } parameter }:
                return depth < MaxDepth && All(owner.OriginalDefinition, call => IsFresh(call.ArgumentFor(parameter.Ordinal)?.Value, depth + 1));
            case IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } kept:
                return StoredBefore(kept) is { } maker && IsFresh(maker, depth);
            case IFieldReferenceOperation { Field: { ContainingType.IsTupleType: true } part, Instance: IParameterReferenceOperation { Parameter: var state } } element:
                return StateOf(element, state, part) is { } handed && IsFresh(handed, depth);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self:
                return self.SemanticModel?.GetEnclosingSymbol(self.Syntax.SpanStart) is IMethodSymbol { MethodKind: MethodKind.Ordinary } caller && AreOnlyCallersOf(caller.OriginalDefinition, depth);
            case IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } factory }:
                return Makes(factory.OriginalDefinition, depth);
            case var made:
                return FreshObjects.IsMade(made);
        }
    }

    /// <summary>Each of its bodies, and of those that override it, returns what it makes.</summary>
    private bool Makes(IMethodSymbol factory, int depth) => depth < MaxDepth
        && (_made.TryGetValue((factory, depth), out var known) ? known : _made.GetOrAdd((factory, depth), FindMakes(factory)));

    private bool FindMakes(IMethodSymbol factory)
    {
        if ((factory.IsVirtual || factory.IsAbstract || factory.IsOverride) && !IsInSight(factory))
            return false;
        var makes = false;
        foreach (var declaration in names.DeclarationsOf(factory.Name))
        {
            var model = SourceModels.Of(compilation, declaration.SyntaxTree);
            if (model.GetDeclaredSymbol(declaration) is not IMethodSymbol declared || !IsOrOverrides(declared, factory))
                continue;
            if (declared.IsAbstract)
                continue;
            if (model.GetOperation(declaration) is not { } body)
                return false;
            foreach (var operation in body.Descendants())
            {
                if (operation is not IReturnOperation { ReturnedValue: { } returned })
                    continue;
                if (!FreshObjects.IsMade(returned))
                    return false;
                makes = true;
            }
        }

        return makes;
    }

    /// <summary>
    /// <c>f((this, sink), static state => state.sink.Run())</c>: what the lambda gets is as a rule what is handed over beside it.
    /// </summary>
    private static IOperation? StateOf(IOperation element, IParameterSymbol state, IFieldSymbol part)
    {
        IOperation? function = element.Parent;
        while (function is not (null or IAnonymousFunctionOperation))
            function = function.Parent;
        while (function is not (null or IInvocationOperation))
            function = function.Parent;
        foreach (var argument in (function as IInvocationOperation)?.Arguments ?? ImmutableArray<IArgumentOperation>.Empty)
        {
            if (argument.Value.Unwrap() is not ITupleOperation { Type: INamedTypeSymbol type } tuple || !SymbolEqualityComparer.Default.Equals(type.TupleUnderlyingType ?? type, (state.Type as INamedTypeSymbol)?.TupleUnderlyingType ?? state.Type))
                continue;
            for (var i = 0; i < type.TupleElements.Length && i < tuple.Elements.Length; i++)
            {
                if (type.TupleElements[i].Name == part.Name)
                    return tuple.Elements[i];
            }
        }

        return null;
    }

    /// <summary>What the same code has stored in the field.</summary>
    private static IOperation? StoredBefore(IFieldReferenceOperation kept)
    {
        IOperation root = kept;
        while (root.Parent is { } parent)
            root = parent;
        IOperation? stored = null;
        foreach (var operation in root.Descendants())
        {
            if (operation is ISimpleAssignmentOperation { Target: IFieldReferenceOperation target } store && SymbolEqualityComparer.Default.Equals(target.Field, kept.Field) && operation.Syntax.Span.End <= kept.Syntax.SpanStart)
                stored = store.Value;
        }

        return stored;
    }

    private static VariableTable VariablesAround(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        var variables = new VariableTable();
        foreach (var part in operation.DescendantsAndSelf())
            variables.Visit(part);
        return variables;
    }

    private static InvocationExpressionSyntax? CallOf(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax call when call.Expression == name => call,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Name == name && call.Expression == access => call,
        _ => null,
    };

    private static bool IsOrOverrides(IMethodSymbol? method, IMethodSymbol target)
    {
        for (; method is not null; method = method.OverriddenMethod?.OriginalDefinition)
        {
            if (SymbolEqualityComparer.Default.Equals(method, target))
                return true;
        }

        return false;
    }

    private static IMethodSymbol Root(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden)
            method = overridden.OriginalDefinition;
        return method;
    }

    /// <summary>Nobody outside the compilation can call it, nor get it as a member of something else.</summary>
    public static bool IsInSight(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences.IsEmpty || method.ExplicitInterfaceImplementations.Length > 0 || MemberShape.ImplementsInterface(method) || Root(method).DeclaringSyntaxReferences.IsEmpty)
            return false;
        for (ISymbol? symbol = Root(method); symbol is not null; symbol = symbol.ContainingType)
        {
            if (symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
                return true;
        }

        return false;
    }
}
