using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>A method that a call leads to.</summary>
/// <param name="summary">What it does.</param>
/// <param name="binding">What its locks are called where the walk began.</param>
/// <param name="call">The call that leads to it, in the method before it.</param>
/// <param name="depth">How many methods lie between.</param>
/// <param name="from">The method before it; null: the walk began with the call.</param>
internal sealed class ReachedMethod(MethodSummary summary, Binding binding, IOperation call, int depth, ReachedMethod? from)
{
    public MethodSummary Summary { get; } = summary;

    public Binding Binding { get; } = binding;

    public IOperation Call { get; } = call;

    public int Depth { get; } = depth;

    /// <summary>Some method on the way, this one included, holds a lock of its own where it goes on to the place: what is wrong there is its to be told.</summary>
    public bool HoldsOwnLockAt(IOperation place)
    {
        var at = place;
        for (ReachedMethod? method = this; method is not null; at = method.Call, method = method.From)
        {
            if (!EnclosingLocks.Of(at, method.Summary).IsEmpty)
                return true;
        }

        return false;
    }

    private ReachedMethod? From { get; } = from;

    public AccessPath? Translate(AccessPath path) => Binding.Translate(path);

    /// <summary>It lets go of a lock that its caller holds before it does anything else with it.</summary>
    public bool LetsGoOf(AccessPath path)
    {
        foreach (var released in Summary.Released)
        {
            if (Translate(released.Path) is not { } theirs || !theirs.Equals(path))
                continue;
            foreach (var acquired in Summary.Acquired)
            {
                if (acquired.Syntax.SpanStart < released.Syntax.SpanStart && acquired.Path.Equals(released.Path))
                    return false;
            }

            return true;
        }

        return false;
    }
}
