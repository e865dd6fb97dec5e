using System;
using System.Collections.Generic;
using System.Linq;
using Fearless.Metamorphic.Frame;
using Fearless.Metamorphic.Transformations;

namespace Fearless.Metamorphic;

/// <summary>All transformations, by their names.</summary>
internal static class TransformationCatalog
{
    public static IReadOnlyList<Transformation> All { get; } =
        [.. typeof(Transformation).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(Transformation)))
            .SelectMany(static type => type.IsSubclassOf(typeof(Extraction))
                ? Enum.GetValues<ExtractionTarget>().Select(target => (Transformation)Activator.CreateInstance(type, target)!)
                : [(Transformation)Activator.CreateInstance(type)!])
            .OrderBy(static transformation => transformation.Name, StringComparer.Ordinal)];
}
