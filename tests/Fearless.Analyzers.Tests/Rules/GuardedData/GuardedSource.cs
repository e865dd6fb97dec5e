using System;

namespace Fearless.Analyzers.Tests;

/// <summary>What the tests of guarded data have around the members that they are about.</summary>
internal static class GuardedSource
{
    public static string Class(string members) => $$"""
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Fearless;

        public class Test
        {
            {{members.Replace("\n", "\n    ", StringComparison.Ordinal).Replace("\n    \n", "\n\n", StringComparison.Ordinal)}}
        }

        """;
}
