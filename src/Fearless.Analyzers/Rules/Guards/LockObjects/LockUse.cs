using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>A place that uses the monitor of an object: a <c>lock</c> statement, or a call of a <c>Monitor</c> member.</summary>
internal readonly struct LockUse
{
    private LockUse(IOperation site, IOperation target, bool acquires)
    {
        Site = site;
        Target = target;
        Acquires = acquires;
    }

    /// <summary>The statement or the call.</summary>
    public IOperation Site { get; }

    /// <summary>What is locked, as it is written, conversions included.</summary>
    public IOperation Target { get; }

    /// <summary>Only an acquisition is reported: the release, the wait and the pulse of the same object would say it again.</summary>
    public bool Acquires { get; }

    public bool IsStatement => Site is ILockOperation;

    public static bool TryGet(IOperation operation, out LockUse use)
    {
        if (operation is ILockOperation { LockedValue: { } locked })
        {
            use = new LockUse(operation, locked, acquires: true);
            return true;
        }

        if (operation is IInvocationOperation { Arguments.Length: > 0 } call && IsMonitorName(call.TargetMethod.Name, out var acquires)
            && KnownTypes.Is(call.TargetMethod.ContainingType, "Monitor", "Threading", "System") && LockArgument(call) is { } value)
        {
            use = new LockUse(operation, value, acquires);
            return true;
        }

        use = default;
        return false;
    }

    // The name is compared before any symbol is looked at: most calls in a program are not to Monitor.
    private static bool IsMonitorName(string name, out bool acquires)
    {
        acquires = name is "Enter" or "TryEnter";
        return acquires || name is "Exit" or "Wait" or "Pulse" or "PulseAll" or "IsEntered";
    }

    // Named arguments may come in any order.
    private static IOperation? LockArgument(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { Ordinal: 0 })
                return argument.Value;
        }

        return null;
    }
}
