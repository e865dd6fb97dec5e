using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>The one place of this folder that binds code outside the member being analysed: only for types that somebody asks about, and once each.</summary>
internal static class SourceModels
{
#pragma warning disable RS1030 // The facts about a type's members are computed once per compilation and remembered.
    public static SemanticModel Of(Compilation compilation, SyntaxTree tree) => compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
}
