using System;

namespace Fearless.Explorer.Scheduling;

/// <summary>
/// Runs a scenario under every schedule with at most two preemptions, as loom does for Rust. Two are enough for nearly all known concurrency
/// bugs (Musuvathi and Qadeer, 2007). Switches at which the running thread blocks or ends are free and all tried.
/// </summary>
internal static class Explorer
{
    /// <summary>Returns how many executions there were; throws with the first one that goes wrong.</summary>
    public static int Run(Func<Scenario> make, int preemptions = 2, Fault? fault = null)
    {
        var schedule = new Schedule();
        int executions = 0;
        do
        {
            executions++;
            Scenario scenario = make();
            var execution = new Execution(scenario, schedule, preemptions, fault);
            execution.Run();
            Exception? failure = execution.Failure;
            if (failure is null)
            {
                try
                {
                    scenario.AtEnd();
                }
                catch (Exception e)
                {
                    failure = e;
                }
            }
            if (failure is not null) throw new ExplorationFailed($"Execution {executions}, turns {execution.Trace}: {failure.Message}", failure);
        } while (schedule.Advance());
        return executions;
    }
}
