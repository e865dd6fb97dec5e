namespace Fearless.Analyzers.Tests;

/// <summary>What the tests of the type rules have in common.</summary>
internal static class TypeSources
{
    public const string Usings = "using System;\nusing System.Collections.Concurrent;\nusing System.Collections.Generic;\nusing System.Collections.Immutable;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing Fearless;\n";

    /// <summary>Types to make trouble with.</summary>
    public const string Types =
        """

        [NotSend("tied to its thread")] public sealed class Tied { }
        [NotSync("counts readers")] public sealed class Cell { }
        public static class Need
        {
            public static void Send<[Send] T>(T value) { }
            public static void Sync<[Sync] T>(T value) { }
        }
        """;

    public static string With(string source) => Usings + source + Types;
}
