using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// Names the object that an expression leads to, stricter than <see cref="PathResolver"/>: two equal paths are one object, because only
/// names that never change their meaning are looked through. A slice or span is another name for what it is cut from.
/// </summary>
internal sealed class ObjectPaths(VariableTable variables, FlowCaptures? captures)
{
    private const int MaxAliases = 8;
    private const string RangeMark = "..";

    /// <summary>Some element, or all of them.</summary>
    public static readonly PathStep AnyElement = new(null, "*");

    /// <summary>The step of a part of a buffer: its bounds, as written.</summary>
    public static bool IsRange(PathStep step) => step.Member is null && step.Index is { } index && index.StartsWith(RangeMark, System.StringComparison.Ordinal);

    /// <summary>Null: nobody can say which object it is.</summary>
    public AccessPath? Resolve(IOperation? operation) => Resolve(operation, MaxAliases);

    /// <summary>The variable is given a value once, so that it means one object wherever it is used.</summary>
    public bool IsFinal(ISymbol variable) => variables.ValuesOf(variable).Count <= (variable is IParameterSymbol ? 0 : 1);

    private AccessPath? Resolve(IOperation? operation, int aliases)
    {
        switch (operation?.Unwrap())
        {
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return AccessPath.This;
            case ILocalReferenceOperation { IsDeclaration: false } local:
                return ResolveLocal(local.Local, aliases);
            case IParameterReferenceOperation parameter:
                if (aliases > 0 && variables.StateOf(parameter.Parameter) is { } state && IsStable(state))
                    return Resolve(state, aliases - 1);
                if (ThisParameter.Is(parameter.Parameter))
                    return AccessPath.This;
                return PathResolver.IsPrimaryConstructorCapture(parameter) ? AccessPath.This.Member(parameter.Parameter)
                    : IsFinal(parameter.Parameter) ? AccessPath.Of(parameter.Parameter) : null;
            case IFieldReferenceOperation { Field.IsConst: false } field:
                return Member(field.Field, field.Instance, aliases);
            case IPropertyReferenceOperation { Arguments.IsEmpty: true } property:
                return IsSpanOf(property) ? Resolve(property.Instance, aliases) : IsAuto(property.Property) ? Member(property.Property, property.Instance, aliases)
                    : BackingField.Of(property.Property) is { } stored ? Member(stored, property.Instance, aliases) : null;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { Type: { } type } instance } indexer when IsView(type):
                return Resolve(instance, aliases)?.Element(PathResolver.IndexText(indexer.Arguments[0].Value));
            case IArrayElementReferenceOperation element:
                return Resolve(element.ArrayReference, aliases)?.Element(PathResolver.IndexText(element.Indices.Length == 1 ? element.Indices[0] : null));
            case IImplicitIndexerReferenceOperation { Instance.Type: { } sliced } implicitIndexer when IsView(sliced):
                return Resolve(implicitIndexer.Instance, aliases)?.Element(RangeMark + implicitIndexer.Argument.Syntax);
            case IInvocationOperation call when SlicedBy(call) is { } whole:
                var path = Resolve(whole, aliases);
                return call.Arguments.Length <= (call.Instance is null ? 1 : 0) ? path : path?.Element(RangeMark + call.Arguments[call.Arguments.Length - 1].Syntax.Parent);
            case IFlowCaptureReferenceOperation capture:
                return Resolve(captures?.ValueOf(capture.Id), aliases);
            default:
                return null;
        }
    }

    private AccessPath? ResolveLocal(ILocalSymbol local, int aliases)
    {
        if (aliases > 0 && local.RefKind == RefKind.None && (local.Type.IsReferenceType || IsView(local.Type))
            && variables.OnlyValueOf(local) is { } value && IsStable(value) && Resolve(value, aliases - 1) is { } path)
        {
            return path;
        }

        return IsFinal(local) ? AccessPath.Of(local) : null;
    }

    private AccessPath? Member(ISymbol member, IOperation? instance, int aliases) =>
        member.IsStatic ? AccessPath.OfStatic(member.OriginalDefinition) : Resolve(instance, aliases)?.Member(member.OriginalDefinition);

    /// <summary>The expression means the same object whenever it is evaluated.</summary>
    private bool IsStable(IOperation? value) => value?.Unwrap() switch
    {
        IInstanceReferenceOperation => true,
        ILocalReferenceOperation local => IsFinal(local.Local),
        IParameterReferenceOperation parameter => IsFinal(parameter.Parameter),
        IFieldReferenceOperation field => field.Field.IsReadOnly && (field.Field.IsStatic || IsStable(field.Instance)),
        IPropertyReferenceOperation property when IsSpanOf(property) => IsStable(property.Instance),
        IPropertyReferenceOperation property => property.Property.SetMethod is null && IsAuto(property.Property) && (property.Property.IsStatic || IsStable(property.Instance)),
        IImplicitIndexerReferenceOperation implicitIndexer => IsStable(implicitIndexer.Instance),
        IInvocationOperation call => IsStable(SlicedBy(call)),
        _ => false,
    };

    private static IOperation? SlicedBy(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "Slice" when call.Instance is { Type: { } type } instance && IsView(type) => instance,
        "AsSpan" or "AsMemory" when call.Instance is null && call.Arguments.Length > 0 && IsBuffer(call.Arguments[0].Value.Type) => call.Arguments[0].Value,
        _ => null,
    };

    private static bool IsBuffer(ITypeSymbol? type) => type is IArrayTypeSymbol || (type is not null && IsView(type));

    private static bool IsView(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Memory" or "Span" or "ArraySegment", Arity: 1 } named && named.ContainingNamespace.IsNamed("System");

    private static bool IsSpanOf(IPropertyReferenceOperation property) =>
        property is { Property.Name: "Span", Instance.Type: { } type } && IsView(type);

    /// <summary>Stores what it is given and returns what it stores. By its syntax: binding it would cost.</summary>
    public static bool IsAuto(IPropertySymbol property)
    {
        if (property.IsAbstract || property.IsIndexer || property.DeclaringSyntaxReferences.Length != 1)
            return false;
        return property.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            ParameterSyntax => true,
            PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors } => HasNoBodies(accessors),
            _ => false,
        };
    }

    private static bool HasNoBodies(AccessorListSyntax accessors)
    {
        foreach (var accessor in accessors.Accessors)
        {
            if (accessor.Body is not null || accessor.ExpressionBody is not null)
                return false;
        }

        return true;
    }
}
