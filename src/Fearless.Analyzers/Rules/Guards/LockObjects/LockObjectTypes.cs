using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>Types whose objects are no locks, wherever they are kept.</summary>
internal static class LockObjectTypes
{
    public static LockObjectFlaw FlawOf(ITypeSymbol? type)
    {
        if (type is null)
            return LockObjectFlaw.None;
        if (type.SpecialType == SpecialType.System_String)
            return LockObjectFlaw.String;
        if (IsPrimitive(type))
            return LockObjectFlaw.Primitive;
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            if (KnownTypes.Is(current, "Type", "System"))
                return LockObjectFlaw.TypeObject;
            if (IsWeak(current))
                return LockObjectFlaw.WeakIdentity;
        }

        return LockObjectFlaw.None;
    }

    // Objects that the runtime makes, shares and hands out. (MarshalByRefObject was one of them when there were application domains;
    // today it is only the base of Stream, which makes a sound private lock.)
    private static bool IsWeak(ITypeSymbol type) => type.Name switch
    {
        "MemberInfo" or "ParameterInfo" or "Module" or "Assembly" => KnownTypes.Is(type, type.Name, "Reflection", "System"),
        "Thread" => KnownTypes.Is(type, type.Name, "Threading", "System"),
        "OutOfMemoryException" or "StackOverflowException" or "ExecutionEngineException" => KnownTypes.Is(type, type.Name, "System"),
        _ => false,
    };

    private static bool IsPrimitive(ITypeSymbol type) => type.Name switch
    {
        "SemaphoreSlim" or "Semaphore" or "Mutex" or "ReaderWriterLockSlim" or "ReaderWriterLock" =>
            KnownTypes.Is(type, type.Name, "Threading", "System") || KnownTypes.Is(type, type.Name, "Fearless"),
        "RwLock" or "AsyncMutex" or "AsyncRwLock" or "AsyncSemaphore" => KnownTypes.Is(type, type.Name, "Fearless"),
        _ => false,
    };
}
