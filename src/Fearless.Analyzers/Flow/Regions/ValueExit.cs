using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

internal enum ExitKind
{
    /// <summary>The caller gets it.</summary>
    Returned,

    /// <summary>A member goes on leading to it.</summary>
    Stored,

    /// <summary>A callee takes it for good.</summary>
    Moved,
}

/// <summary>A value goes out of the hands of this body.</summary>
/// <param name="value">The expression that gives it.</param>
/// <param name="how">In which way.</param>
/// <param name="into">The member that it is stored in, or the method that takes it.</param>
/// <param name="owners">What else leads to it: the names that are not this body's own.</param>
internal sealed class ValueExit(IOperation value, ExitKind how, ISymbol? into, IReadOnlyList<ValueOwner> owners)
{
    public IOperation Value { get; } = value;

    public ExitKind How { get; } = how;

    public ISymbol? Into { get; } = into;

    public IReadOnlyList<ValueOwner> Owners { get; } = owners;
}
