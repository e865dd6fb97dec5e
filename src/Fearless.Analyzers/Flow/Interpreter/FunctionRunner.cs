using System.Collections.Generic;

namespace Fearless.Analyzers.Flow;

/// <summary>Runs one function from one state: first to the fixpoint, then, if asked to, once more over each node to record facts.</summary>
internal static class FunctionRunner
{
    public static FlowState? Run(BodyModel model, FunctionBody function, FlowState input, ThreadContext context, Recording recording) =>
        Run(model, function, input, context, recording, out _);

    /// <summary>What holds when the function returns, and when an exception leaves it; null: it never does.</summary>
    public static FlowState? Run(
        BodyModel model, FunctionBody function, FlowState input, ThreadContext context, Recording recording, out FlowState? thrown)
    {
        var isStart = ReferenceEquals(input, FlowState.Initial);
        input = EntryContract.Apply(function, input);
        thrown = input;
        if (!model.Active.Add(function))
            return input;
        try
        {
            var interpreter = new BodyInterpreter(model, function, context, Recording.Nothing);
            var inputs = ForwardAnalysis.Solve(function.Graph, FlowStateLattice.Instance, interpreter, input, model.Cancellation);
            if (inputs is null)
            {
                model.IsIncomplete = true;
                return input;
            }

            var returned = BodyInterpreter.Left(inputs[function.Graph.Exit], function, null);
            thrown = BodyInterpreter.Left(inputs[function.Graph.ExceptionalExit], function, null);
            if (recording != Recording.Nothing)
            {
                model.Facts.AddRun(function.Syntax, context);
                var recorder = new BodyInterpreter(model, function, context, recording);
                foreach (var node in function.Graph.Nodes)
                {
                    if (inputs[node.Id] is { } state)
                        recorder.Run(node, state, out _);
                }

                // Whoever runs a function in line may still join what it has started.
                if (isStart && returned is not null)
                    model.Facts.Outliving |= returned.Running;
                if (recording == Recording.Everything)
                {
                    RecordLeaks(model, returned, thrown, input);
                    RecordLost(model, returned, input);
                }
            }

            return returned;
        }
        finally
        {
            model.Active.Remove(function);
        }
    }

    /// <summary>What <c>[RequiresLock]</c> says is held is the caller's when the function returns, as it was before.</summary>
    private static void RecordLost(BodyModel model, FlowState? exit, FlowState input)
    {
        if (exit is null || exit.Locks.IsCollapsed)
            return;
        foreach (var promised in input.Locks.Must())
        {
            if (!promised.IsContracted || promised.Acquisition.ToString().IndexOf("RequiresLock", System.StringComparison.Ordinal) < 0)
                continue;
            var isHeld = false;
            foreach (var world in exit.Locks.Worlds)
                isHeld |= world.Find(promised.Path, promised.Mode) >= 0;
            if (!isHeld)
                model.Facts.Locks.AddLost(promised);
        }
    }

    private static void RecordLeaks(BodyModel model, FlowState? exit, FlowState? thrown, FlowState input)
    {
        RecordLeaks(model, exit, input, onException: false);
        RecordLeaks(model, thrown, input, onException: true);
    }

    private static void RecordLeaks(BodyModel model, FlowState? state, FlowState input, bool onException)
    {
        if (state is null || state.Locks.IsEmpty || state.Locks.IsCollapsed)
            return;
        var atEntry = new HashSet<HeldLock>();
        foreach (var world in input.Locks.Worlds)
            atEntry.UnionWith(world.Held);
        foreach (var world in state.Locks.Worlds)
        {
            foreach (var held in world.Held)
            {
                if (!held.IsRepaid && !atEntry.Contains(held))
                    model.Facts.AddLeak(new LeakFact(held, onException, IsHeldInAll(state.Locks, held)));
            }
        }
    }

    private static bool IsHeldInAll(LockState locks, HeldLock held)
    {
        foreach (var world in locks.Worlds)
        {
            if (!world.Held.Contains(held))
                return false;
        }

        return true;
    }
}
