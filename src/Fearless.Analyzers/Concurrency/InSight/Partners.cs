using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// The code on the other side of a wait or a call-out: the callback that a registration waits for, the body of the thread that is joined, whoever
/// sets the event. Where all of it is in sight and free, a lock that is held meanwhile is nobody's concern.
/// </summary>
internal sealed class Partners(MethodSummaries summaries, StoredValues values)
{
    private const int MaxDepth = 4;

    /// <summary>What is waited for ends by itself.</summary>
    public bool EndByThemselves(IOperation? receiver, CancellationToken cancellation)
    {
        if (receiver is null || CodeBehind(receiver, cancellation) is not { Count: > 0 } codes)
            return false;
        return AreFree(codes, cancellation);
    }

    /// <summary>What is called is in sight, and keeps to itself.</summary>
    public bool KeepToThemselves(IOperation call, IOperation? receiver, CancellationToken cancellation)
    {
        if (call is not IInvocationOperation { TargetMethod: var method } || FreeCode.StorageOf(receiver) is not { } storage)
            return false;
        if (method is { Name: "Cancel", ContainingType.Name: "CancellationTokenSource" })
            return IsUnobserved(storage);
        return method.MethodKind == MethodKind.DelegateInvoke && DelegatesIn(storage, cancellation) is { Count: > 0 } codes && AreFree(codes, cancellation);
    }

    /// <summary>
    /// <c>_pool.Put(x)</c> calls what <c>_pool</c> was made with: <c>new Pool(static x => …)</c>.
    /// </summary>
    /// <param name="call">The call of the stored delegate, in the callee.</param>
    /// <param name="holder">What the callee is called on.</param>
    /// <param name="cancellation">Ends it.</param>
    public bool KeepToThemselves(IInvocationOperation call, IOperation? holder, CancellationToken cancellation)
    {
        if (call.TargetMethod.MethodKind != MethodKind.DelegateInvoke || FreeCode.StorageOf(call.Instance) is not IFieldSymbol { IsReadOnly: true } kept
            || values.Of(FreeCode.StorageOf(holder)) is not { Count: > 0 } made || values.Of(kept) is not { Count: > 0 } given)
        {
            return false;
        }

        var codes = new List<IOperation?>();
        foreach (var value in given)
        {
            foreach (var creation in made)
            {
                var handed = value.Unwrap() is IParameterReferenceOperation { Parameter: var parameter } && creation.Unwrap() is IObjectCreationOperation { Constructor: { } constructor } maker
                    && SymbolEqualityComparer.Default.Equals(constructor.OriginalDefinition, parameter.ContainingSymbol.OriginalDefinition)
                        ? ArgumentOf(maker, parameter.Ordinal)
                        : value;
                codes.Add(DelegateCode.Of(handed, summaries.Compilation, cancellation));
            }
        }

        return AreFree(codes, cancellation);
    }

    private bool AreFree(IEnumerable<IOperation?> codes, CancellationToken cancellation)
    {
        var free = new FreeCode(summaries, values, cancellation);
        foreach (var code in codes)
        {
            if (!free.Is(code))
                return false;
        }

        return true;
    }

    /// <summary>A null entry stands for code that is not in sight; null: nothing is known.</summary>
    private List<IOperation?>? CodeBehind(IOperation receiver, CancellationToken cancellation)
    {
        var type = receiver.Type?.Name;
        if (type is "ManualResetEventSlim" or "ManualResetEvent" or "AutoResetEvent" or "EventWaitHandle" or "CountdownEvent")
            return FreeCode.StorageOf(receiver) is { } signal ? CodeAroundSignals(signal, cancellation) : null;
        if (type is not ("CancellationTokenRegistration" or "Thread" or "Task" or "Timer"))
            return null;
        var started = FreeCode.StorageOf(receiver) is { } storage ? ElementsOf(storage) : [receiver];
        if (started is null)
            return null;
        var codes = new List<IOperation?>();
        foreach (var value in started)
            codes.Add(CodeOf(value, cancellation));
        return codes;
    }

    /// <summary>What is stored there, through other names for it; a loop variable stands for what the collection holds.</summary>
    private List<IOperation>? ElementsOf(ISymbol storage)
    {
        var elements = new List<IOperation>();
        return AddElements(storage, elements, 0) ? elements : null;
    }

    private bool AddElements(ISymbol storage, List<IOperation> elements, int depth)
    {
        if (depth == MaxDepth || values.Of(storage) is not { } stored)
            return false;
        foreach (var value in stored)
        {
            if (IsEmptyContainer(value.Unwrap()))
                continue;
            if (FreeCode.StorageOf(value) is { } source)
            {
                if (!AddElements(source, elements, depth + 1))
                    return false;
            }
            else
            {
                elements.Add(value);
            }
        }

        return true;
    }

    private static bool IsEmptyContainer(IOperation value) => value is ICollectionExpressionOperation { Elements.IsEmpty: true } or IArrayCreationOperation { Initializer: null }
        || (value is IObjectCreationOperation { Initializer: null, Type: { } type } && type.ContainingNamespace.ToDisplayString().StartsWith("System.Collections", System.StringComparison.Ordinal));

    private IOperation? CodeOf(IOperation value, CancellationToken cancellation) => value.Unwrap() switch
    {
        IInvocationOperation { TargetMethod: { Name: "Register" or "UnsafeRegister", ContainingType.Name: "CancellationToken" } } registration =>
            DelegateCode.OfArgument(registration.Arguments, summaries.Compilation, cancellation),
        IObjectCreationOperation { Type.Name: "Thread" or "Timer" } creation => DelegateCode.OfArgument(creation.Arguments, summaries.Compilation, cancellation),
        IInvocationOperation { TargetMethod: { Name: "Run" or "StartNew", ContainingType.Name: "Task" or "TaskFactory" } } start =>
            DelegateCode.OfArgument(start.Arguments, summaries.Compilation, cancellation),
        _ => null,
    };

    private List<IOperation?>? DelegatesIn(ISymbol storage, CancellationToken cancellation)
    {
        if (storage is IEventSymbol || values.Of(storage) is not { } stored)
            return null;
        var codes = new List<IOperation?>();
        foreach (var value in stored)
            codes.Add(DelegateCode.Of(value, summaries.Compilation, cancellation));
        return codes;
    }

    /// <summary>The members that signal it, with what calls them in the same type.</summary>
    private List<IOperation?>? CodeAroundSignals(ISymbol signal, CancellationToken cancellation)
    {
        if (values.UsesOf(signal) is not { } uses || (signal is IFieldSymbol && values.Of(signal) is null))
            return null;
        var around = new SignalCode(summaries, values, cancellation);
        foreach (var (name, model) in uses)
        {
            ExpressionSyntax use = name;
            if (use.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == name)
                use = qualified;
            var member = use.Parent switch
            {
                MemberAccessExpressionSyntax access when access.Expression == use => access.Name.Identifier.ValueText,
                ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } } => binding.Name.Identifier.ValueText,
                AssignmentExpressionSyntax assignment when assignment.Left == use => "=",
                _ => null,
            };
            if (member is "Set" or "Signal" && model.GetOperation(use) is { } operation)
                around.Add(operation);
            else if (member is not ("Set" or "Signal" or "Reset" or "Wait" or "WaitOne" or "IsSet" or "Dispose" or "Close" or "="))
                return null;
        }

        return around.Codes;
    }

    /// <summary>The callbacks are those of the type's own work: the token goes to calls that it makes, and no member gives it away.</summary>
    public bool AreOwn(IOperation call)
    {
        if (call is not IInvocationOperation { TargetMethod: { Name: "Cancel", ContainingType.Name: "CancellationTokenSource" } } || FreeCode.StorageOf((call as IInvocationOperation)?.Instance) is not IFieldSymbol source
            || values.UsesOf(source) is not { } uses)
        {
            return false;
        }

        foreach (var (name, _) in uses)
        {
            if (name.FirstAncestorOrSelf<MemberDeclarationSyntax>() is BasePropertyDeclarationSyntax || name.FirstAncestorOrSelf<ReturnStatementSyntax>() is not null)
                return false;
        }

        return true;
    }

    /// <summary>Nobody gets the token, so nobody has registered a callback.</summary>
    private bool IsUnobserved(ISymbol source)
    {
        if (source is not (IFieldSymbol { DeclaredAccessibility: Accessibility.Private } or ILocalSymbol) || values.Of(source) is not { Count: > 0 } made || values.UsesOf(source) is not { } uses)
            return false;
        foreach (var value in made)
        {
            if (value.Unwrap() is not (IObjectCreationOperation or IInvocationOperation { TargetMethod: { Name: "CreateLinkedTokenSource", ContainingType.Name: "CancellationTokenSource" } }))
                return false;
        }

        foreach (var (name, _) in uses)
        {
            if (!IsLook(name))
                return false;
        }

        return true;
    }

    private static bool IsLook(ExpressionSyntax use)
    {
        if (use.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == use)
            use = qualified;
        return use.Parent switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Token" } token => token.Parent is MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "IsCancellationRequested" or "ThrowIfCancellationRequested" or "CanBeCanceled",
            },
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Cancel" or "CancelAfter" or "CancelAsync" or "Dispose" or "IsCancellationRequested" or "TryReset" } => true,
            ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Cancel" or "CancelAsync" or "Dispose" } } } => true,
            AssignmentExpressionSyntax assignment => assignment.Left == use,
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax { Pattern: ConstantPatternSyntax } } => true,
            BinaryExpressionSyntax { RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.EqualsExpression or (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.NotEqualsExpression } => true,
            _ => false,
        };
    }

    private static IOperation? ArgumentOf(IObjectCreationOperation creation, int ordinal)
    {
        foreach (var argument in creation.Arguments)
        {
            if (argument.Parameter?.Ordinal == ordinal)
                return argument.Value;
        }

        return null;
    }
}
