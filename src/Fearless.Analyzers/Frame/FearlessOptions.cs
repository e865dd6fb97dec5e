using System;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>
/// The MSBuild properties that the package makes visible. An analyzer inside a package is loaded by every transitive consumer too;
/// only a direct reference sets <see cref="Gate"/>, so that nobody is judged by a package that they did not choose.
/// </summary>
internal sealed class FearlessOptions
{
    public const string Gate = "build_property.FearlessAnalyzers";
    public const string ModeKey = "build_property.FearlessMode";

    private FearlessOptions(bool isEnabled, FearlessMode mode)
    {
        IsEnabled = isEnabled;
        Mode = mode;
    }

    public bool IsEnabled { get; }

    public FearlessMode Mode { get; }

    public static FearlessOptions Read(AnalyzerConfigOptions global)
    {
        var gate = global.TryGetValue(Gate, out var value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
        var mode = global.TryGetValue(ModeKey, out var name) && Enum.TryParse<FearlessMode>(name, ignoreCase: true, out var parsed)
            ? parsed
            : FearlessMode.Default;
        return new FearlessOptions(gate && mode != FearlessMode.None, mode);
    }
}
