using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>Knows how the code of a type goes about its mutable fields. The seam between the type rules and the lock engine.</summary>
internal interface IFieldAccessOracle
{
    /// <param name="storage">A field (of an auto-property: what stores it) or a captured parameter of a primary constructor.</param>
    FieldProtection Of(ISymbol storage);
}
