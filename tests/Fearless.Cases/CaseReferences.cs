using System.Linq;
using Fearless.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fearless.Cases;

/// <summary>
/// What a case is compiled against: the framework, and the runtime unless it was distilled from somebody else's code. An empty compilation
/// of each kind, to which a case adds its file: binding the references is most of the work, and is done once.
/// </summary>
public static class CaseReferences
{
    private static readonly CSharpCompilation _framework = Bind();
    private static readonly MetadataReference _runtime = MetadataReference.CreateFromFile(typeof(SendAttribute).Assembly.Location);
    private static readonly CSharpCompilation _withRuntime = Bind(_runtime);
    private static readonly CSharpCompilation _web = Bind([_runtime, .. InProcessBuild.WebFramework.Except(InProcessBuild.Framework)]);

    public static CSharpCompilation For(Case @case) => @case.Set switch
    {
        "real" or "real-2" => _framework,
        "frameworks" => _web,
        _ => _withRuntime,
    };

    private static CSharpCompilation Bind(params MetadataReference[] references)
    {
        var compilation = InProcessBuild.Compile("Case", [], references);
        _ = compilation.GetSpecialType(SpecialType.System_Object);
        return compilation;
    }
}
