using System.Collections.Immutable;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// What a method does with what it is given, as a summary: which of its parameters, its object and its result lead to one another when it has
/// returned. Parameters go by their number.
/// </summary>
internal sealed class ValueFlow(ImmutableArray<(int One, int Other)> links)
{
    public const int This = -1;
    public const int Result = -2;

    public static readonly ValueFlow Nothing = new([]);

    public ImmutableArray<(int One, int Other)> Links { get; } = links;
}
