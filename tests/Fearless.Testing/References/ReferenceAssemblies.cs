using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The framework that a test's projects see. Read once per process and shared, so that symbols are shared too.</summary>
public sealed class ReferenceAssemblies
{
    private readonly Lazy<ImmutableArray<MetadataReference>> _references;

    private ReferenceAssemblies(string targetFramework, params string[] frameworks)
    {
        TargetFramework = targetFramework;
        _references = new(() =>
        [
            .. TargetingPack.FindAssemblies(targetFramework).Select(MetadataReferenceList.FromFile),
            .. frameworks.SelectMany(framework => TargetingPack.FindAssemblies(targetFramework, framework)).Select(MetadataReferenceList.FromFile),
        ]);
    }

    public static ReferenceAssemblies Default => Net.Net100;

    public string TargetFramework { get; }

    public Task<ImmutableArray<MetadataReference>> ResolveAsync(string? language, CancellationToken cancellationToken)
    {
        _ = language;
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_references.Value);
    }

    public static class Net
    {
        /// <summary>Without <c>System.Threading.Lock</c>.</summary>
        public static ReferenceAssemblies Net80 { get; } = new("net8.0");

        public static ReferenceAssemblies Net100 { get; } = new("net10.0");

        /// <summary>With ASP.NET Core, hosting, dependency injection and caching.</summary>
        public static ReferenceAssemblies Web100 { get; } = new("net10.0", "Microsoft.AspNetCore.App");
    }

    public static class NetStandard
    {
        public static ReferenceAssemblies NetStandard20 { get; } = new("netstandard2.0");
    }
}
