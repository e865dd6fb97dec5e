using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

internal sealed partial class RegionInterpreter
{
    private int VisitMember(IMemberReferenceOperation reference)
    {
        if (reference is IPropertyReferenceOperation { Arguments: { IsEmpty: false } arguments })
        {
            foreach (var argument in arguments)
                Value(argument.Value);
        }

        // What never changes may be read by everybody.
        if (IsFixed(reference))
            return Nowhere;
        var whole = Value(reference.Instance);
        if (!model.Counts(reference.Type))
            return Nowhere;
        if (whole == Nowhere && reference.Instance is { } instance && function.Objects.Resolve(instance) is { } path)
            whole = model.Places.Of(path);
        if (reference.Member.IsStatic)
            return model.Places.Of(AccessPath.OfStatic(reference.Member.OriginalDefinition));
        return reference switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true } indexer => Element(whole, indexer, indexer.Arguments.Length == 1 ? indexer.Arguments[0].Value : null),
            IPropertyReferenceOperation { Property: { Name: "Current" } } => Some(whole, reference.Syntax),
            IPropertyReferenceOperation { Property: var property } when MakesAnew(property) => Nowhere,
            _ => Part(whole, reference.Member.OriginalDefinition, reference.Syntax),
        };
    }

    private int Part(int whole, ISymbol member, SyntaxNode use)
    {
        if (whole == Nowhere)
            return Nowhere;
        var part = model.Places.Of(model.Places.PathOf(whole).Member(member));
        if (_state.DepartureOf(whole) is null)
            Use(part, use);
        return part;
    }

    /// <summary>An element with a known number is a place; of the others, each evaluation may mean another one.</summary>
    private int Element(int whole, IOperation element, IOperation? index)
    {
        if (whole == Nowhere)
            return Nowhere;
        if (index?.ConstantValue is not { HasValue: true, Value: { } number })
            return Some(whole, element.Syntax);
        var part = model.Places.Of(model.Places.PathOf(whole).Element(number.ToString()));
        if (_state.DepartureOf(whole) is null)
            Use(part, element.Syntax);
        return part;
    }

    /// <summary>Something that belongs to the whole, another one for each evaluation.</summary>
    private int Some(int whole, SyntaxNode at)
    {
        if (whole == Nowhere)
            return Nowhere;
        var part = model.Places.Of(model.Places.PathOf(whole).Element("@" + at.SpanStart + ":" + at.Span.Length));
        if (part != whole)
            Renew(part);
        return part;
    }

    private void Store(IOperation target, IOperation valueSyntax, int value)
    {
        target = target.Unwrap();
        if (target is IFlowCaptureReferenceOperation capture && function.Captures.ValueOf(capture.Id)?.Unwrap() is { } captured)
            target = captured;
        if (Variable(target) is { } variable && !(target is IParameterReferenceOperation parameter && PathResolver.IsPrimaryConstructorCapture(parameter)))
        {
            if (model.Counts(target.Type))
                Assign(model.Places.Of(AccessPath.Of(variable)), value);
            return;
        }

        var place = target switch
        {
            IParameterReferenceOperation owned => model.Places.Of(AccessPath.This.Member(owned.Parameter)),
            IFieldReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: true } => Slot((IMemberReferenceOperation)target),
            IMemberReferenceOperation or IArrayElementReferenceOperation => Value(target),
            _ => Nowhere,
        };
        if (place == Nowhere)
            return;
        Assign(place, value);
        if (value != Nowhere)
            Keep(place, valueSyntax);
    }

    /// <summary>The place that is written to: it is not read, and whether what is in it has left does not matter.</summary>
    private int Slot(IMemberReferenceOperation target)
    {
        if (target.Member.IsStatic)
            return model.Counts(target.Type) ? model.Places.Of(AccessPath.OfStatic(target.Member.OriginalDefinition)) : Nowhere;
        var whole = Value(target.Instance);
        return whole != Nowhere && model.Counts(target.Type) ? model.Places.Of(model.Places.PathOf(whole).Member(target.Member.OriginalDefinition)) : Nowhere;
    }

    private void Assign(int place, int value)
    {
        if (place == value)
            return;
        Renew(place);
        if (value != Nowhere)
            _state = _state.Merge(place, value);
    }

    /// <summary>The place leads to something else. What it led to, and the parts of that, stay as they are, wherever another name leads there.</summary>
    private void Renew(int place)
    {
        var others = _state.RegionOf(place);
        foreach (var part in model.Places.PartsOf(place))
        {
            foreach (var near in _state.RegionOf(part))
            {
                if (near == part || model.Places.IsWithin(near, place))
                    continue;
                foreach (var other in others)
                {
                    if (other != place && !model.Places.IsWithin(other, place))
                        _state = _state.Merge(other, near);
                }
            }

            Renew(part);
        }

        _state = _state.Separate(place);
    }

    private int Join(int one, int other, SyntaxNode at)
    {
        if (one == Nowhere || one == other)
            return other;
        var temporary = model.Places.Of(AccessPath.Opaque(at));
        if (one != temporary)
        {
            Renew(temporary);
            _state = _state.Merge(temporary, one);
        }

        _state = _state.Merge(temporary, other);
        return temporary;
    }

    /// <summary>Copying it copies references to objects that have an owner.</summary>
    private bool HasParts(ITypeSymbol? type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return model.Counts(array.ElementType);
            case INamedTypeSymbol { IsGenericType: true } named:
                foreach (var argument in named.TypeArguments)
                {
                    if (argument.Name is "Task" or "ValueTask" or "List" ? HasParts(argument) : model.Counts(argument))
                        return true;
                }

                return false;
            default:
                return true;
        }
    }

    private bool IsFixed(IMemberReferenceOperation reference)
    {
        if (Variable(reference.Instance) is null || reference.Type is not { } type || model.Counts(type))
            return false;
        return reference switch
        {
            IFieldReferenceOperation field => field.Field.IsReadOnly,
            IPropertyReferenceOperation property => property.Property.SetMethod is null or { IsInitOnly: true } && ObjectPaths.IsAuto(property.Property),
            _ => false,
        };
    }

    /// <summary>A getter in sight whose result has nothing to do with its object: a copy.</summary>
    private bool MakesAnew(IPropertySymbol property)
    {
        if (property.GetMethod is not { } getter || getter.DeclaringSyntaxReferences.IsEmpty || ObjectPaths.IsAuto(property))
            return false;
        return model.Flows.Of(getter, model.Depth, model.Cancellation) is { } flow && !flow.Links.Contains((ValueFlow.This, ValueFlow.Result));
    }
}
