using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>One value that a piece of work takes to its thread, or brings back.</summary>
/// <param name="name">As a person would name it.</param>
/// <param name="question">Its type, and whether it is exactly that.</param>
/// <param name="how">What the work does: it captures the value, is called on it …</param>
/// <param name="place">Where that shows.</param>
internal sealed class Crossing(string name, Question question, string how, SyntaxNode place)
{
    public string Name { get; } = name;

    public Question Question { get; } = question;

    public string How { get; } = how;

    public SyntaxNode Place { get; } = place;

    /// <summary>Everything that crosses with the delegate.</summary>
    public static List<Crossing> Of(IOperation value)
    {
        var crossings = new List<Crossing>();
        Add(value, crossings, new OneValueLocals(value), 4);
        return crossings;
    }

    private static void Add(IOperation value, List<Crossing> into, OneValueLocals locals, int depth)
    {
        value = value.Unwrap();
        switch (value)
        {
            case IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }:
                AddClosure(Captures.Of(lambda), lambda.Symbol, lambda.Syntax, into, locals);
                break;
            case IDelegateCreationOperation { Target: IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } reference }:
                if (locals.Find(reference.Method) is { } function)
                    AddClosure(Captures.Of(function), function.Symbol, reference.Syntax, into, locals);
                break;
            case IDelegateCreationOperation { Target: IMethodReferenceOperation reference }:
                if (reference.Instance is { Type: { } receiver } instance)
                    into.Add(new Crossing(instance.Syntax.ToString() is var text && instance.IsImplicit ? "this" : text, Asked(receiver, instance, locals), "is run on", reference.Syntax));
                break;
            case ILocalReferenceOperation local when depth > 0 && locals.ValueOf(local.Local) is { } only:
                Add(only, into, locals, depth - 1);
                break;
            case IParameterReferenceOperation { Parameter: var parameter } when parameter.HasMarker("SpawnedAttribute"):
                break;
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or IInvocationOperation
                when value.Type is { TypeKind: TypeKind.Delegate } type:
                into.Add(new Crossing(value.Syntax.ToString(), new Question(type, Trait.Send), "is run", value.Syntax));
                break;
        }
    }

    private static void AddClosure(List<Capture> captures, IMethodSymbol function, SyntaxNode syntax, List<Crossing> into, OneValueLocals locals)
    {
        foreach (var capture in captures)
        {
            // Whoever gives it has been checked.
            if (capture.Symbol is IParameterSymbol { Type.TypeKind: TypeKind.Delegate } handed && handed.HasMarker("SpawnedAttribute"))
                continue;
            var isExact = capture.IsThis || locals.IsMadeHere(capture.Symbol);
            into.Add(new Crossing(capture.IsThis ? "this" : capture.Symbol.Name, new Question(capture.Type, Trait.Send, isExact), "is captured", capture.Use));
        }

        foreach (var parameter in function.Parameters)
            into.Add(new Crossing(parameter.Name, new Question(parameter.Type, Trait.Send), "is received", ParameterSyntax(parameter) ?? syntax));
    }

    private static Question Asked(ITypeSymbol receiver, IOperation instance, OneValueLocals locals) =>
        new(receiver, Trait.Send, instance is IInstanceReferenceOperation || (instance.Unwrap() is ILocalReferenceOperation local && locals.IsMadeHere(local.Local)));

    private static SyntaxNode? ParameterSyntax(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.Length > 0 ? parameter.DeclaringSyntaxReferences[0].GetSyntax() : null;
}
