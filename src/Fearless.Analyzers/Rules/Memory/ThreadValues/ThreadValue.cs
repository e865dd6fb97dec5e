using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>One use of a <c>[ThreadStatic]</c> field, or of the value of a <c>ThreadLocal&lt;T&gt;</c>.</summary>
internal sealed class ThreadValue(ISymbol holder, IOperation operation)
{
    /// <summary>The field, property or variable that holds it.</summary>
    public ISymbol Holder { get; } = holder;

    public IOperation Operation { get; } = operation;

    public SyntaxNode Syntax => Operation.Syntax;

    /// <summary>What is stored; null: it is read, or changed in place.</summary>
    public IOperation? Stored => Operation switch
    {
        IInvocationOperation { Arguments: { Length: 1 } arguments } => arguments[0].Value,
        _ => Operation.UsedBy() is ISimpleAssignmentOperation assignment && assignment.Target == Operation ? assignment.Value : null,
    };

    /// <summary>Set to something that others are to find.</summary>
    public bool IsSet => Operation is IInvocationOperation
        || (Stored is { } value && value.Unwrap() is not IDefaultValueOperation && value.Unwrap().ConstantValue is not { HasValue: true, Value: null or false or 0 or 0L });

    public static ThreadValue? Of(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true } field } when MemberShape.IsPerThread(field) => new ThreadValue(field, operation),
        IPropertyReferenceOperation { Property: { Name: "Value", ContainingType: { Name: "ThreadLocal" } owner }, Instance: { } instance }
            when owner.ContainingNamespace.IsNamed("System.Threading") && HolderOf(instance) is { } holder => new ThreadValue(holder, operation),
        IInvocationOperation { TargetMethod: { Name: "SetSynchronizationContext", ContainingType: { } owner } method } when owner.Is("SynchronizationContext", "System.Threading") =>
            new ThreadValue(method, operation),
        _ => null,
    };

    /// <summary>What is done in between may be done on another thread.</summary>
    public static bool MayMove(IAwaitOperation await)
    {
        if (await.Operation.Unwrap() is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Arguments: { Length: 1 } arguments } && arguments[0].Value.ConstantValue is { HasValue: true, Value: true })
            return false;
        return Resumptions.Of(await, null) is Resumption.OnContext or Resumption.Anywhere;
    }

    private static ISymbol? HolderOf(IOperation instance) => instance.Unwrap() switch
    {
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property => property.Property,
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
