using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>Names what an expression refers to, looking through temporaries and through locals that are only another name.</summary>
internal sealed class PathResolver(VariableTable variables, FlowCaptures? captures)
{
    // Aliases of aliases; also the end of 'var a = b' cycles in broken code.
    private const int MaxAliases = 8;

    /// <summary>Null: no name, such as the result of a call.</summary>
    public AccessPath? Resolve(IOperation? operation) => Resolve(operation, MaxAliases);

    /// <summary>
    /// The location that the expression itself stands for: a local stays a local, whatever it was assigned. The object whose member it is may
    /// have other names.
    /// </summary>
    public AccessPath? ResolveSlot(IOperation? operation) =>
        Resolve(operation, operation?.Unwrap() is ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation ? 0 : MaxAliases);

    private AccessPath? Resolve(IOperation? operation, int aliases)
    {
        switch (operation?.Unwrap())
        {
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return AccessPath.This;
            case ILocalReferenceOperation local:
                return ResolveLocal(local.Local, aliases);
            case IParameterReferenceOperation parameter:
                if (aliases > 0 && variables.StateOf(parameter.Parameter) is { } state && Resolve(state, aliases - 1) is { } handedOver)
                    return handedOver;
                if (ThisParameter.Is(parameter.Parameter))
                    return AccessPath.This;
                return IsPrimaryConstructorCapture(parameter) ? AccessPath.This.Member(parameter.Parameter) : AccessPath.Of(parameter.Parameter);
            case IFieldReferenceOperation field:
                return ResolveMember(field.Field, field.Instance, aliases);
            case IEventReferenceOperation raised:
                return ResolveMember(raised.Event, raised.Instance, aliases);
            case IPropertyReferenceOperation { Arguments.IsEmpty: true } property:
                return ResolveProperty(property, aliases);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } property:
                return Resolve(instance, aliases)?.Element(IndexText(property.Arguments.Length == 1 ? property.Arguments[0].Value : null));
            case IArrayElementReferenceOperation element:
                return Resolve(element.ArrayReference, aliases)?.Element(IndexText(element.Indices.Length == 1 ? element.Indices[0] : null));
            case IInvocationOperation { Arguments.IsEmpty: true, TargetMethod: { MethodKind: MethodKind.Ordinary, Parameters.IsEmpty: true } method } call
                when BackingField.Of(method) is { } field:
                return ResolveMember(field, call.Instance, aliases);
            case IFlowCaptureReferenceOperation capture:
                return Resolve(captures?.ValueOf(capture.Id), aliases);

            // Either way it is the same.
            case IConditionalOperation { WhenFalse: { } other } same when Resolve(same.WhenTrue, aliases) is { } path && path.Equals(Resolve(other, aliases)):
                return path;

            // A new object, or this one: what is done to it may be done to this one.
            case IConditionalOperation { WhenFalse: { } otherwise } choice when IsNew(choice.WhenTrue) || IsNew(otherwise):
                return Resolve(IsNew(otherwise) ? choice.WhenTrue : otherwise, aliases);
            default:
                return null;
        }
    }

    private static bool IsNew(IOperation value) => value.Unwrap() is IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation;

    private AccessPath ResolveLocal(ILocalSymbol local, int aliases)
    {
        if (aliases > 0 && local.RefKind == RefKind.None && local.Type.IsReferenceType
            && variables.OnlyValueOf(local) is { } value && Resolve(value, aliases - 1) is { } path)
        {
            return path;
        }

        if (aliases > 0 && local.RefKind == RefKind.None && local.Type.IsReferenceType && OnlyPathOf(local, aliases - 1) is { } common)
            return common;
        return aliases > 0 && variables.PartOf(local) is { } part ? AccessPath.Of(part.Owner).Member(part.Member) : AccessPath.Of(local);
    }

    /// <summary>Several values, and one name for all of them.</summary>
    private AccessPath? OnlyPathOf(ILocalSymbol local, int aliases)
    {
        var values = variables.ValuesOf(local);
        if (values.Count < 2 || values.Count > MaxAliases)
            return null;
        AccessPath? common = null;
        foreach (var value in values)
        {
            if (value is null || Resolve(value, aliases) is not { Steps.IsEmpty: false, Root: PathRoot.This or PathRoot.Static } path || (common is not null && !common.Equals(path)))
                return null;
            common = path;
        }

        return common;
    }

    private AccessPath? ResolveMember(ISymbol member, IOperation? instance, int aliases) =>
        member.IsStatic ? AccessPath.OfStatic(member.OriginalDefinition) : Resolve(instance, aliases)?.Member(member.OriginalDefinition);

    private AccessPath? ResolveProperty(IPropertyReferenceOperation reference, int aliases) =>
        ResolveMember(BackingField.Of(reference.Property) ?? (ISymbol)reference.Property, reference.Instance, aliases);

    internal static bool IsPrimaryConstructorCapture(IParameterReferenceOperation reference) =>
        reference.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && constructor.DeclaringSyntaxReferences.Length == 1
        && constructor.DeclaringSyntaxReferences[0].GetSyntax() is TypeDeclarationSyntax type
        && reference.Syntax.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not ConstructorDeclarationSyntax
        && reference.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() != type
        && !IsInitializer(reference.Syntax);

    private static bool IsInitializer(SyntaxNode node) =>
        node.FirstAncestorOrSelf<EqualsValueClauseSyntax>() is { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } };

    internal static string? IndexText(IOperation? index) => index?.Unwrap() switch
    {
        { ConstantValue: { HasValue: true, Value: { } constant } } => constant.ToString(),
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        { } other => other.Syntax.ToString(),
        null => null,
    };
}
