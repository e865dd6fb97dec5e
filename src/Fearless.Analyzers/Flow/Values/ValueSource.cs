using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>One way by which a variable comes by a value.</summary>
internal readonly struct ValueSource(IOperation operation, ValueStep step)
{
    public IOperation Operation { get; } = operation;

    public ValueStep Step { get; } = step;
}
