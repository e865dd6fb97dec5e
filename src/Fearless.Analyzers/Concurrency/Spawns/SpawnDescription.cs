namespace Fearless.Analyzers;

/// <summary>How a call runs a delegate concurrently.</summary>
/// <param name="joined">The call returns only after the delegate has ended.</param>
/// <param name="repeated">Several invocations of the delegate may overlap.</param>
/// <param name="deferred">Nothing runs before <c>Start()</c> is called on the object that is made.</param>
/// <param name="isContract">A marker says so: what crosses must be proved to be fit.</param>
/// <param name="isServed">It is not called before the program serves requests: what the code that hands it over does is set-up.</param>
/// <param name="says">Who runs it, where no code in sight starts it: what the framework or the program promises, for messages.</param>
/// <param name="thread">All of it runs on this named thread, one at a time.</param>
internal sealed class SpawnDescription(bool joined = false, bool repeated = false, bool deferred = false, string? thread = null, bool isContract = false, bool isServed = false, string? says = null)
{
    public static readonly SpawnDescription Plain = new();
    public static readonly SpawnDescription Deferred = new(deferred: true);
    public static readonly SpawnDescription Repeated = new(repeated: true);
    public static readonly SpawnDescription Joined = new(joined: true);
    public static readonly SpawnDescription Served = new(repeated: true, isServed: true);
    public static readonly SpawnDescription ParallelLoop = new(joined: true, repeated: true);

    public bool IsJoined { get; } = joined;

    public bool IsRepeated { get; } = repeated;

    public bool IsDeferred { get; } = deferred;

    public string? Thread { get; } = thread;

    public bool IsContract { get; } = isContract;

    public bool IsServed { get; } = isServed;

    public string? Says { get; } = says;
}
