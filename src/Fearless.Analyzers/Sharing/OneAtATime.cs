using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>Jobs of which their scheduler runs no two at once, because they ask for it: Quartz.NET, Hangfire.</summary>
internal static class OneAtATime
{
    public static bool IsPromised(ISymbol member)
    {
        if (HasMark(member))
            return true;
        for (var type = member.ContainingType; type is not null; type = type.BaseType)
        {
            if (HasMark(type))
                return true;
            foreach (var implemented in type.AllInterfaces)
            {
                if (HasMark(implemented))
                    return true;
            }
        }

        return false;
    }

    private static bool HasMark(ISymbol symbol)
    {
        foreach (var data in symbol.GetAttributes())
        {
            if (data.AttributeClass?.Name is "DisallowConcurrentExecutionAttribute" or "DisableConcurrentExecutionAttribute")
                return true;
        }

        return false;
    }
}
