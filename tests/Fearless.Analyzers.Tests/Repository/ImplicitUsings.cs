using Fearless.Testing;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Tests.Repository;

/// <summary>What a new project has without asking.</summary>
internal static class ImplicitUsings
{
    public static SyntaxTree Tree { get; } = InProcessBuild.Parse(
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """,
        "ImplicitUsings.cs");
}
