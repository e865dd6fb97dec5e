using System;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: throws at a bad class.</summary>
public sealed class ThrowingAnalyzer : FakeAnalyzer
{
    protected override void Register(AnalysisContext context) =>
        OnBadClass(context, static (_, type) => throw new NotSupportedException($"cannot do {type.Identifier.Text}"));
}
