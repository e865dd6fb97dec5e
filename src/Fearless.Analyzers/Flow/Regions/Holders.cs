using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>Holders whose content belongs to the thread that asks for it.</summary>
internal static class Holders
{
    public static bool IsPerThread(AccessPath path)
    {
        foreach (var step in path.Steps)
        {
            if (step.Member is { } member && IsPerThread(member))
                return true;
        }

        return false;
    }

    private static bool IsPerThread(ISymbol member)
    {
        if (member is IPropertySymbol { Name: "Value", ContainingType: { } holder })
            return holder.Is("ThreadLocal", "System.Threading");
        if (member is not IFieldSymbol { IsStatic: true, DeclaringSyntaxReferences.IsEmpty: false } field)
            return false;
        foreach (var data in field.GetAttributes())
        {
            if (data.AttributeClass.Is("ThreadStaticAttribute", "System"))
                return true;
        }

        return false;
    }
}
