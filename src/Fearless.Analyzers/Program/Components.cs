using System;
using System.Collections.Generic;
using System.Threading;

namespace Fearless.Analyzers.Program;

/// <summary>
/// The strongly connected components that a function leads to by calls that run at once, callees first (Tarjan's algorithm, with a stack of
/// its own: call chains may be longer than the thread's). Each component is in the order of the source, whoever asked.
/// </summary>
internal static class Components
{
    /// <param name="start">Where to begin.</param>
    /// <param name="graph">Who calls whom.</param>
    /// <param name="isKnown">What need not be looked at again.</param>
    /// <param name="cancellation">Ends it.</param>
    public static List<IReadOnlyList<ProgramFunction>> From(FunctionKey start, ProgramGraph graph, Func<FunctionKey, bool> isKnown, CancellationToken cancellation)
    {
        var components = new List<IReadOnlyList<ProgramFunction>>();
        var visits = new Dictionary<FunctionKey, Visit>();
        var open = new Stack<Visit>();
        var path = new Stack<Visit>();
        Enter(start);
        while (path.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var current = path.Peek();
            if (current.Next < current.Callees.Count)
            {
                var callee = current.Callees[current.Next++];
                if (visits.TryGetValue(callee, out var seen))
                {
                    if (seen.IsOpen)
                        current.Low = Math.Min(current.Low, seen.Index);
                }
                else
                {
                    Enter(callee);
                }

                continue;
            }

            path.Pop();
            if (path.Count > 0)
                path.Peek().Low = Math.Min(path.Peek().Low, current.Low);
            if (current.Low == current.Index)
                components.Add(Close(current, open));
        }

        return components;

        void Enter(FunctionKey key)
        {
            if (isKnown(key) || graph.FunctionOf(key, cancellation) is not { } function)
                return;
            var visit = new Visit(function, visits.Count);
            visits.Add(key, visit);
            open.Push(visit);
            path.Push(visit);
        }
    }

    private static List<ProgramFunction> Close(Visit root, Stack<Visit> open)
    {
        var component = new List<ProgramFunction>();
        Visit member;
        do
        {
            member = open.Pop();
            member.IsOpen = false;
            component.Add(member.Function);
        }
        while (member != root);
        component.Sort(static (left, right) => SourceOrder.Compare(left.Body.Root.Syntax, right.Body.Root.Syntax));
        return component;
    }

    private sealed class Visit
    {
        public Visit(ProgramFunction function, int index)
        {
            Function = function;
            Index = Low = index;
            foreach (var call in function.Calls)
            {
                if (call.Timing != CallTiming.Now)
                    continue;
                foreach (var target in call.Targets)
                    Callees.Add(target.Function);
            }
        }

        public ProgramFunction Function { get; }

        public int Index { get; }

        public int Low { get; set; }

        public bool IsOpen { get; set; } = true;

        public List<FunctionKey> Callees { get; } = [];

        public int Next { get; set; }
    }
}
