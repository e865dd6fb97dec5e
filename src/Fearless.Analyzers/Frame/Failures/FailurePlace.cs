using System;
using System.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>The innermost method of ours that an exception came through: what whoever mends it looks for first.</summary>
internal static class FailurePlace
{
    public static string Of(Exception exception)
    {
        foreach (var frame in new StackTrace(exception).GetFrames() ?? [])
        {
            if (frame.GetMethod() is { DeclaringType: { } type } method && !IsForeign(type.Assembly.FullName ?? ""))
                return $"{NameOf(type)}.{NameOf(method.Name)}";
        }

        return "code that is not ours";
    }

    private static bool IsForeign(string assembly) =>
        assembly.StartsWith("System.", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.", StringComparison.Ordinal) || assembly.StartsWith("mscorlib", StringComparison.Ordinal);

    /// <summary>Lambdas and iterators live in types that the compiler makes inside the one that was written.</summary>
    private static string NameOf(Type type)
    {
        while (type.Name[0] == '<' && type.DeclaringType is { } outer)
            type = outer;
        return type.Name;
    }

    private static string NameOf(string method) =>
        method[0] == '<' && method.IndexOf('>') is > 1 and var end ? method.Substring(1, end - 1) : method;
}
