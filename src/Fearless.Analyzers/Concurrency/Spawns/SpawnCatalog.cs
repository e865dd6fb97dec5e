using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Which parameters take a delegate that runs concurrently (MODEL section 2), by marker and for the BCL.</summary>
internal static class SpawnCatalog
{
    public static SpawnDescription? Of(IParameterSymbol? parameter)
    {
        if (parameter?.ContainingSymbol is not IMethodSymbol method)
            return null;
        var definition = parameter.OriginalDefinition;
        if (definition.Marker("SpawnedAttribute") is { } marker)
            return OfMarker(marker);
        var type = method.ContainingType;
        if (type is null || !IsDelegate(parameter.Type))
            return null;
        if (parameter.Type.Name == "AsyncCallback" && method.Name.StartsWith("Begin", System.StringComparison.Ordinal))
            return SpawnDescription.Plain;
        var space = type.ContainingNamespace;
        switch (type.Name)
        {
            case "Thread" when method.MethodKind == MethodKind.Constructor && space.IsNamed("System.Threading"):
                return SpawnDescription.Deferred;
            case "Task" when space.IsNamed("System.Threading.Tasks"):
                return OfTask(method);
            case "TaskFactory" when space.IsNamed("System.Threading.Tasks"):
                return method.Name is "StartNew" or "ContinueWhenAll" or "ContinueWhenAny" ? SpawnDescription.Plain : null;
            case "ThreadPool" when space.IsNamed("System.Threading"):
                return OfThreadPool(method.Name);
            case "Parallel" when space.IsNamed("System.Threading.Tasks"):
                return OfParallel(method, parameter);
            case "ParallelEnumerable" when space.IsNamed("System.Linq"):
                return SpawnDescription.ParallelLoop;
            case "Timer" when space.IsNamed("System.Threading"):
                return SpawnDescription.Repeated;
            case "CancellationToken" when space.IsNamed("System.Threading"):
                return method.Name is "Register" or "UnsafeRegister" ? SpawnDescription.Plain : null;
            default:
                return null;
        }
    }

    /// <summary>An event whose handlers are called on the thread pool.</summary>
    public static SpawnDescription? Of(IEventSymbol raised) => raised.ContainingType.Name switch
    {
        "Timer" when raised.Name == "Elapsed" && raised.ContainingType.ContainingNamespace.IsNamed("System.Timers") => SpawnDescription.Repeated,
        "FileSystemWatcher" when raised.ContainingType.ContainingNamespace.IsNamed("System.IO") => SpawnDescription.Repeated,
        "BackgroundWorker" when raised.Name == "DoWork" => SpawnDescription.Plain,
        "Process" when raised.ContainingType.ContainingNamespace.IsNamed("System.Diagnostics") => SpawnDescription.Plain,
        _ => null,
    };

    /// <summary>Nothing that the object raises is raised before.</summary>
    public static bool StartsRaising(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.Instance is not null && IsStarter(call.TargetMethod.Name, call.TargetMethod.ContainingType),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value.ConstantValue: not { HasValue: true, Value: false } } =>
            IsStarter(property.Name, property.ContainingType),
        _ => false,
    };

    /// <summary>A process raises nothing before it runs, however early it is told to.</summary>
    public static bool IsStarter(string member, INamedTypeSymbol type) => (type.Name, member) switch
    {
        ("Timer", "Start" or "Enabled") => type.ContainingNamespace.IsNamed("System.Timers"),
        ("FileSystemWatcher", "EnableRaisingEvents") => type.ContainingNamespace.IsNamed("System.IO"),
        ("BackgroundWorker", "RunWorkerAsync") => true,
        ("Process", "Start") => type.ContainingNamespace.IsNamed("System.Diagnostics"),
        _ => false,
    };

    /// <summary><c>Start()</c> on what a deferred spawn made.</summary>
    public static bool IsStart(IMethodSymbol method) => method.Name is "Start" or "UnsafeStart"
        && method.ContainingType is { Name: "Thread" or "Task" } type
        && (type.ContainingNamespace.IsNamed("System.Threading") || type.ContainingNamespace.IsNamed("System.Threading.Tasks"));

    private static bool IsDelegate(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Delegate || (type is IArrayTypeSymbol array && array.ElementType.TypeKind == TypeKind.Delegate);

    private static SpawnDescription OfMarker(AttributeData marker) => new(
        marker.Argument("Joined") is true, marker.Argument("Repeated") is true, thread: marker.Argument("Thread") as string, isContract: true);

    private static SpawnDescription? OfTask(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
        ? SpawnDescription.Deferred
        : method.Name is "Run" or "ContinueWith" ? SpawnDescription.Plain : null;

    private static SpawnDescription? OfThreadPool(string method) => method switch
    {
        "QueueUserWorkItem" or "UnsafeQueueUserWorkItem" => SpawnDescription.Plain,
        "RegisterWaitForSingleObject" or "UnsafeRegisterWaitForSingleObject" => SpawnDescription.Repeated,
        _ => null,
    };

    private static SpawnDescription? OfParallel(IMethodSymbol method, IParameterSymbol parameter) => method.Name switch
    {
        // The thread-local initialisers and finalisers run in parallel as well.
        "For" or "ForEach" => SpawnDescription.ParallelLoop,
        "ForAsync" or "ForEachAsync" => SpawnDescription.Repeated,
        "Invoke" when parameter.Ordinal <= 1 => SpawnDescription.Joined,
        _ => null,
    };
}
