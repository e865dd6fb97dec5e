using System;

namespace Fearless.Analyzers.Tests.Crossing;

/// <summary>What the tests of this area write around the members of one class, and the types that they use.</summary>
internal static class CrossingSource
{
    private const string Head = """
        using System;
        using System.Buffers;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;
        using Fearless;

        public sealed class Page
        {
            public Page(List<string> lines) => Lines = lines;
            public readonly string Title = "";
            public List<string> Lines { get; }
            public int Number; public Page? Next;
        }

        [NotSend("it belongs to its window")]
        public sealed class Brush
        {
            public void Paint() { }
        }

        public class Test
        {

        """;

    public static string Wrap(string member) =>
        Head + "    " + member.Replace("\n", "\n    ", StringComparison.Ordinal).Replace("\n    \n", "\n\n", StringComparison.Ordinal) + "\n}\n";
}
