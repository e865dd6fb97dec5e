using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>What the members of the known lock types do. The kinds and their rules are MODEL section 3's table.</summary>
internal static class LockCatalog
{
    private const string Threading = "System.Threading";

    public static LockEffect? EffectOf(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        if (type is null)
            return null;
        return type.Name switch
        {
            "Monitor" when type.ContainingNamespace.IsNamed(Threading) => OfMonitor(call),
            "Lock" when type.ContainingNamespace.IsNamed(Threading) => OfLock(call),
            "SpinLock" when type.ContainingNamespace.IsNamed(Threading) => OfSpinLock(call),
            "ReaderWriterLockSlim" when type.ContainingNamespace.IsNamed(Threading) => OfReaderWriterLockSlim(call),
            "ReaderWriterLock" when type.ContainingNamespace.IsNamed(Threading) => OfReaderWriterLock(call),
            "SemaphoreSlim" when type.ContainingNamespace.IsNamed(Threading) => OfSemaphoreSlim(call),
            "WaitHandle" or "Mutex" or "Semaphore" when type.ContainingNamespace.IsNamed(Threading) => OfWaitHandle(call),
            "Mutex" or "RwLock" when type.ContainingNamespace.IsNamed("Fearless") => OfFearlessLock(call),
            "AsyncMutex" or "AsyncRwLock" when type.ContainingNamespace.IsNamed("Fearless.Async") => OfAsyncLock(call),
            "AsyncLock" when method.Name is "LockAsync" or "Lock" => Guard(call, LockKind.AsyncLock),
            "Locks" when method.Name == "Both" && call.Arguments.Length == 2 && type.ContainingNamespace.IsNamed("Fearless") => new LockEffect(
                LockAction.Acquire, LockKind.GuardedMutex, call.Arguments[0].Value, returnsGuard: true, second: call.Arguments[1].Value),
            "WriteGuard" or "AsyncWriteGuard" when method.Name == "Downgrade" && IsGuard(type) => new LockEffect(
                LockAction.Downgrade, type.Name == "WriteGuard" ? LockKind.GuardedRwLock : LockKind.AsyncLock, call.Instance, LockMode.Shared, returnsGuard: true),
            _ => OfGuard(call),
        };
    }

    /// <summary>Whoever returns a guard gives away the duty to dispose it, and with it a lock of which no more is known.</summary>
    private static LockEffect? OfGuard(IInvocationOperation call)
    {
        var type = call.Type as INamedTypeSymbol;
        if (type is { Name: "Task" or "ValueTask", TypeArguments.Length: 1 })
            type = type.TypeArguments[0] as INamedTypeSymbol;
        if (!IsGuard(type) || LockTasks.Inner(call) is not null)
            return null;
        var kind = type!.Name switch
        {
            "Scope" => LockKind.Lock,
            "MutexGuard" or "MutexPairGuard" => LockKind.GuardedMutex,
            "ReadGuard" or "WriteGuard" => LockKind.GuardedRwLock,
            _ => LockKind.AsyncLock,
        };
        var mode = type.Name is "ReadGuard" or "AsyncReadGuard" ? LockMode.Shared : LockMode.Exclusive;
        return new LockEffect(LockAction.Acquire, kind, null, mode, returnsGuard: true);
    }

    /// <summary>The value is a guard: disposing it releases a lock.</summary>
    public static bool IsGuard(ITypeSymbol? type) => type is INamedTypeSymbol named && named.Name switch
    {
        "MutexGuard" or "MutexPairGuard" or "ReadGuard" or "WriteGuard" => named.ContainingNamespace.IsNamed("Fearless"),
        "AsyncMutexGuard" or "AsyncReadGuard" or "AsyncWriteGuard" => named.ContainingNamespace.IsNamed("Fearless.Async"),
        "Scope" => named.ContainingType.Is("Lock", Threading),
        _ => false,
    };

    private static LockEffect? OfMonitor(IInvocationOperation call)
    {
        if (call.Arguments.IsEmpty)
            return null;
        var target = call.Arguments[0].Value;
        switch (call.TargetMethod.Name)
        {
            case "Enter" when call.Arguments.Length == 2:
                return new LockEffect(LockAction.Acquire, LockKind.Monitor, target, flag: call.Arguments[1].Value);
            case "Enter":
                return new LockEffect(LockAction.Acquire, LockKind.Monitor, target);
            case "TryEnter":
                var last = call.Arguments[call.Arguments.Length - 1];
                return last.Parameter?.RefKind == RefKind.Ref
                    ? new LockEffect(LockAction.Acquire, LockKind.Monitor, target, outcome: LockOutcome.Flag, flag: last.Value)
                    : new LockEffect(LockAction.Acquire, LockKind.Monitor, target, outcome: LockOutcome.ReturnValue);
            case "Exit":
                return new LockEffect(LockAction.Release, LockKind.Monitor, target);
            case "Wait":
                return new LockEffect(LockAction.Wait, LockKind.Monitor, target);
            case "Pulse" or "PulseAll":
                return new LockEffect(LockAction.Pulse, LockKind.Monitor, target);
            default:
                return null;
        }
    }

    private static LockEffect? OfLock(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "EnterScope" => Guard(call, LockKind.Lock),
        "Enter" => new LockEffect(LockAction.Acquire, LockKind.Lock, call.Instance),
        "TryEnter" => new LockEffect(LockAction.Acquire, LockKind.Lock, call.Instance, outcome: LockOutcome.ReturnValue),
        "Exit" => new LockEffect(LockAction.Release, LockKind.Lock, call.Instance),
        _ => null,
    };

    private static LockEffect? OfSpinLock(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "Enter" when call.Arguments.Length == 1 => new LockEffect(LockAction.Acquire, LockKind.SpinLock, call.Instance, flag: call.Arguments[0].Value),
        "TryEnter" when call.Arguments.Length > 0 => new LockEffect(
            LockAction.Acquire, LockKind.SpinLock, call.Instance, outcome: LockOutcome.Flag, flag: call.Arguments[call.Arguments.Length - 1].Value),
        "Exit" => new LockEffect(LockAction.Release, LockKind.SpinLock, call.Instance),
        _ => null,
    };

    private static LockEffect? OfReaderWriterLockSlim(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        var mode = name.Contains("Upgradeable") ? LockMode.Upgradeable : name.Contains("Read") ? LockMode.Shared : LockMode.Exclusive;
        if (name is "EnterReadLock" or "EnterWriteLock" or "EnterUpgradeableReadLock")
            return new LockEffect(LockAction.Acquire, LockKind.ReaderWriterLock, call.Instance, mode);
        if (name is "TryEnterReadLock" or "TryEnterWriteLock" or "TryEnterUpgradeableReadLock")
            return new LockEffect(LockAction.Acquire, LockKind.ReaderWriterLock, call.Instance, mode, LockOutcome.ReturnValue);
        return name is "ExitReadLock" or "ExitWriteLock" or "ExitUpgradeableReadLock"
            ? new LockEffect(LockAction.Release, LockKind.ReaderWriterLock, call.Instance, mode)
            : null;
    }

    private static LockEffect? OfReaderWriterLock(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "AcquireReaderLock" => new LockEffect(LockAction.Acquire, LockKind.ReaderWriterLock, call.Instance, LockMode.Shared),
        "AcquireWriterLock" => new LockEffect(LockAction.Acquire, LockKind.ReaderWriterLock, call.Instance),
        "ReleaseReaderLock" => new LockEffect(LockAction.Release, LockKind.ReaderWriterLock, call.Instance, LockMode.Shared),
        "ReleaseWriterLock" => new LockEffect(LockAction.Release, LockKind.ReaderWriterLock, call.Instance),
        _ => null,
    };

    private static LockEffect? OfSemaphoreSlim(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "Wait" or "WaitAsync" => new LockEffect(
            LockAction.Acquire, LockKind.Semaphore, call.Instance, outcome: IsTimed(call) ? LockOutcome.ReturnValue : LockOutcome.Certain),
        "Release" => new LockEffect(LockAction.Release, LockKind.Semaphore, call.Instance),
        _ => null,
    };

    private static LockEffect? OfWaitHandle(IInvocationOperation call)
    {
        var kind = call.Instance?.Type?.Name switch
        {
            "Mutex" => LockKind.WaitHandle,
            "Semaphore" => LockKind.Semaphore,
            _ => (LockKind?)null,
        };
        if (kind is null)
            return null;
        return call.TargetMethod.Name switch
        {
            "WaitOne" => new LockEffect(
                LockAction.Acquire, kind.Value, call.Instance, outcome: IsTimed(call) ? LockOutcome.ReturnValue : LockOutcome.Certain),
            "ReleaseMutex" or "Release" => new LockEffect(LockAction.Release, kind.Value, call.Instance),
            _ => null,
        };
    }

    private static LockEffect? OfFearlessLock(IInvocationOperation call)
    {
        var kind = call.TargetMethod.ContainingType.Name == "Mutex" ? LockKind.GuardedMutex : LockKind.GuardedRwLock;
        var mode = call.TargetMethod.Name is "Read" or "TryRead" ? LockMode.Shared : LockMode.Exclusive;
        switch (call.TargetMethod.Name)
        {
            case "Lock" or "Read" or "Write":
                return Guard(call, kind, mode);
            case "TryLock" or "TryRead" or "TryWrite":
                var last = call.Arguments.Length > 0 ? call.Arguments[call.Arguments.Length - 1] : null;
                return last?.Parameter?.RefKind == RefKind.Out
                    ? new LockEffect(LockAction.Acquire, kind, call.Instance, mode, LockOutcome.ReturnValue, last.Value, returnsGuard: true)
                    : new LockEffect(LockAction.Acquire, kind, call.Instance, mode, LockOutcome.Guard, returnsGuard: true);
            default:
                return null;
        }
    }

    private static LockEffect? OfAsyncLock(IInvocationOperation call)
    {
        var mode = call.TargetMethod.Name is "ReadAsync" or "TryRead" ? LockMode.Shared : LockMode.Exclusive;
        switch (call.TargetMethod.Name)
        {
            case "LockAsync" or "ReadAsync" or "WriteAsync":
                return Guard(call, LockKind.AsyncLock, mode);
            case "TryLock" or "TryRead" or "TryWrite" when call.Arguments.Length == 1:
                return new LockEffect(
                    LockAction.Acquire, LockKind.AsyncLock, call.Instance, mode, LockOutcome.ReturnValue, call.Arguments[0].Value, returnsGuard: true);
            default:
                return null;
        }
    }

    private static LockEffect Guard(IInvocationOperation call, LockKind kind, LockMode mode = LockMode.Exclusive) =>
        new(LockAction.Acquire, kind, call.Instance, mode, returnsGuard: true);

    private static bool IsTimed(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Type.SpecialType == SpecialType.System_Int32)
                return argument.Value.ConstantValue is not { HasValue: true, Value: -1 };
            if (argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Type.Name == "TimeSpan")
                return true;
        }

        return false;
    }
}
