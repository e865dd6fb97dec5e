using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>The value behind a guard in a local variable is used.</summary>
internal sealed class GuardUseFact(IOperation use, ILocalSymbol guard, bool mayBeHeld)
{
    public IOperation Use { get; } = use;

    public ILocalSymbol Guard { get; } = guard;

    /// <summary>On some path, the guard holds its lock there.</summary>
    public bool MayBeHeld { get; private set; } = mayBeHeld;

    public void Merge(bool mayBeHeld) => MayBeHeld |= mayBeHeld;
}
