namespace Fearless.Metamorphic.Transformations;

/// <summary>Where extracted code goes.</summary>
internal enum ExtractionTarget
{
    Method,
    LocalFunction,
    StaticHelper,
    Extension,
}
