using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace Fearless.Analyzers.Program;

/// <summary>
/// The summaries of one domain, made when somebody asks: over the components of the call graph, callees first, each to its fixpoint. A pure
/// function of the compilation: a component's value depends on its members and on what they call, and not on who asked first.
/// </summary>
internal sealed class SummarySolver<T>(ProgramGraph graph, ISummaryDomain<T> domain)
    where T : class
{
    // A chain of changes that is longer than this goes round and round with ever longer names.
    private const int MaxRounds = 12;

    private readonly ConcurrentDictionary<FunctionKey, T> _known = new();

    public T Of(FunctionKey function, CancellationToken cancellation)
    {
        if (_known.TryGetValue(function, out var known))
            return known;
        foreach (var component in Components.From(function, graph, _known.ContainsKey, cancellation))
            Solve(component);
        return _known.TryGetValue(function, out known) ? known : domain.Unknown;
    }

    private void Solve(IReadOnlyList<ProgramFunction> component)
    {
        var values = new Dictionary<FunctionKey, T>(component.Count);
        foreach (var function in component)
            values.Add(function.Key, domain.Bottom);
        var round = 0;
        for (var changed = true; changed && round <= MaxRounds; round++)
        {
            changed = false;
            foreach (var function in component)
            {
                var now = Evaluate(function, values);
                changed |= !domain.AreEqual(now, values[function.Key]);
                values[function.Key] = now;
            }

            // One that does not call itself is right the first time.
            if (component.Count == 1 && !CallsItself(component[0]))
                break;
        }

        foreach (var function in component)
            _known.TryAdd(function.Key, round > MaxRounds ? domain.Unknown : values[function.Key]);
    }

    private T Evaluate(ProgramFunction function, Dictionary<FunctionKey, T> values)
    {
        var value = domain.Local(function);
        foreach (var call in function.Calls)
        {
            if (call.Timing != CallTiming.Now)
                continue;
            foreach (var target in call.Targets)
            {
                if (values.TryGetValue(target.Function, out var callee) || _known.TryGetValue(target.Function, out callee))
                    value = domain.Join(value, domain.Translate(callee, function, call, target));
            }
        }

        return value;
    }

    private static bool CallsItself(ProgramFunction function)
    {
        foreach (var call in function.Calls)
        {
            foreach (var target in call.Targets)
            {
                if (target.Function.Equals(function.Key))
                    return true;
            }
        }

        return false;
    }
}
