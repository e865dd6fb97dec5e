using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

internal sealed partial class BodyInterpreter
{
    /// <summary>Every delegate among the arguments is started, run at once, or given away.</summary>
    private void SpawnFrom(IOperation call, ImmutableArray<IArgumentOperation> arguments)
    {
        var joined = 0UL;
        foreach (var argument in arguments)
        {
            if (argument.Value.Type is not { } type)
                continue;
            if (type.TypeKind == TypeKind.Delegate || type.SpecialType == SpecialType.System_Delegate)
                joined |= Hand(call, argument, argument.Value);
            else if (argument.ArgumentKind == ArgumentKind.ParamArray && ElementsOf(argument.Value) is { IsEmpty: false } elements)
                foreach (var element in elements)
                    joined |= Hand(call, argument, element);
        }

        _state = _state.WithRunning(_state.Running & ~joined);
    }

    /// <summary>What has ended when the call returns.</summary>
    private ulong Hand(IOperation call, IArgumentOperation argument, IOperation value)
    {
        var description = SpawnCatalog.Of(argument.Parameter) ?? DataflowBlocks.Of(argument, model.Variables) ?? (model.Summaries is { } known ? ContractSpawns.Of(argument.Parameter, known.Catalog) : null);
        var use = description is null ? model.Summaries?.Delegates.Of(argument.Parameter, model.Cancellation) : null;
        if (use is null && !InstantDelegates.IsInstant(argument.Parameter))
            description ??= model.Summaries?.Starts.Of(argument.Parameter, model.Cancellation);
        if (description is null && use is null && !InstantDelegates.IsInstant(argument.Parameter))
            return 0;
        var (body, method) = model.Functions.Resolve(value, function.Captures);
        if (description is null)
        {
            if (body is not null && use is not null)
                RunWithin(call, body, use);
            else if (body is not null)
                RunInstant(call, body);
            return 0;
        }

        var site = model.SiteAt(call.Syntax, value.Syntax, description, context, body, method, isAsyncCall: false);
        if (body is not null)
            model.MarkReached(body);
        else
            RecordWork(site, value, call);
        if (description.IsServed)
            Serve(site, call.Syntax);
        else if (!description.IsDeferred)
            StartSite(site, call.Syntax, EndedBefore(call));
        return description.IsJoined ? site.Bit : 0;
    }

    /// <summary>A method in sight runs the delegate, with the locks that it takes itself.</summary>
    private void RunWithin(IOperation call, FunctionBody body, DelegateUse use)
    {
        if (call is not IInvocationOperation invocation || (use.IsAsync && !IsAwaited(call)))
            return;
        var before = _state;
        var binding = Binding.Of(invocation, function.Paths.Resolve);
        foreach (var step in use.Locks)
        {
            if (binding.Translate(step.Path) is { } path)
            {
                var held = new HeldLock(path, step.Effect.Kind, step.Effect.Mode, step.Syntax, guard: null);
                _state = _state.With(_state.Locks.Select(static (world, held) => world.Acquire(held), held));
            }
        }

        if (body.Symbol is { IsAsync: true } && !use.IsAsync)
            SpawnAsync(call, body, SpawnDescription.Plain);
        else
            RunInline(body, mayRepeat: true);
        _state = _state.With(before.Locks);
    }

    private void RunInstant(IOperation call, FunctionBody body)
    {
        var isScope = call is IInvocationOperation { TargetMethod: { Name: "Scope" or "RunAsync", ContainingType: { } owner } }
            && (owner.Is("Threads", "Fearless") || owner.Is("TaskScope", "Fearless.Async"));
        if (isScope)
        {
            // Whatever the scope's body starts has ended when the scope returns.
            var running = _state.Running;
            RunInline(body, mayRepeat: false);
            _state = _state.WithRunning(running);
        }
        else if (body.Symbol is { IsAsync: true })
        {
            SpawnAsync(call, body, SpawnDescription.Repeated);
        }
        else
        {
            RunInline(body, mayRepeat: true);
        }
    }

    private void SpawnAsync(IOperation call, FunctionBody body, SpawnDescription description)
    {
        model.MarkReached(body);
        if (Records)
            FunctionRunner.Run(model, body, _state, context, Recording.UntilSuspension);
        StartSite(model.SiteAt(call.Syntax, body.Syntax, description, context, body, null, isAsyncCall: true), call.Syntax);
    }

    private void Start(IInvocationOperation call)
    {
        StartRaisers(call, call.Instance);
        if (!SpawnCatalog.IsStart(call.TargetMethod) || call.Instance is null)
            return;
        var started = model.Handles.SitesIn(call.Instance, model.Sites);
        for (var i = 0; i < model.Sites.Count; i++)
        {
            if ((model.Sites[i].Bit & started) != 0 && model.Sites[i].Description.IsDeferred)
                StartSite(model.Sites[i], call.Syntax);
        }
    }

    /// <summary>A continuation runs only when what it continues has ended.</summary>
    private ulong EndedBefore(IOperation call) =>
        call is IInvocationOperation { TargetMethod.Name: "ContinueWith", Instance: { } first } ? model.Handles.SitesIn(first, model.Sites) : 0;

    private void StartSite(SpawnSite site, SyntaxNode at, ulong ended = 0)
    {
        if (Records)
            site.Started(at, _state.Running & ~ended);
        _state = _state.WithRunning(_state.Running | site.Bit);
    }

    /// <summary>It runs when all that is registered runs: beside the others and itself, but not beside the code that registers it.</summary>
    private void Serve(SpawnSite site, SyntaxNode at)
    {
        if (Records)
            site.Started(at, model.Served);
        model.Served |= site.Bit;
    }

    private void Join(IOperation operation)
    {
        if (_state.Running != 0 && Handles.JoinedBy(operation) is { } handle)
            _state = _state.WithRunning(_state.Running & ~model.Handles.SitesIn(ValueOf(handle), model.Sites));
    }

    /// <summary>A handle that is given to code out of sight may be joined there.</summary>
    private void JoinHandedOn(IInvocationOperation call)
    {
        if (_state.Running == 0)
            return;
        foreach (var argument in call.Arguments)
        {
            if (IsJoined(argument))
                _state = _state.WithRunning(_state.Running & ~model.Handles.SitesIn(argument.Value, model.Sites));
        }

        if (call.TargetMethod.Name is "WhenAny" or "WhenAll" or "WaitAny" or "Add" or "Enqueue" or "Push" or "ContinueWith")
            return;
        foreach (var argument in call.Arguments)
        {
            if (Handles.Mentions(argument.Value.Type, 1) && argument.Value.Unwrap() is ILocalReferenceOperation or IFieldReferenceOperation)
                _state = _state.WithRunning(_state.Running & ~model.Handles.SitesIn(argument.Value, model.Sites));
        }
    }

    /// <summary>A method in sight does nothing with the handle before it has waited for it.</summary>
    private bool IsJoined(IArgumentOperation argument) =>
        Handles.Mentions(argument.Parameter?.Type, 1) && model.Summaries?.Joined.Contains(argument.Parameter, model.Cancellation) == true;

    private void Wait(IOperation operation)
    {
        if (Signals.WaitedBy(operation) is { } on && Named(on) is { } symbol)
            _state = _state.WithWaited(symbol);
    }

    private void Signal(IInvocationOperation call)
    {
        if (Records && Signals.SignalledBy(call) is { } on && Named(on) is { } symbol)
            model.Facts.AddSignal(new SignalFact(symbol, call.Syntax, context));
    }

    private ISymbol? Named(IOperation operation) =>
        function.Paths.Resolve(operation) is { } path ? path.LastMember ?? path.Variable : null;

    private static ImmutableArray<IOperation> ElementsOf(IOperation value) => value.Unwrap() switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation collection => collection.Elements,
        _ => [],
    };
}
