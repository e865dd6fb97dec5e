using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Program;

/// <summary>NUnit's fixtures: one object for all tests of a class, which run side by side if the class or the assembly asks for it.</summary>
internal static class TestFixtures
{
    // ParallelScope.Children: the tests of the fixture.
    private const int Children = 256;

    public static bool RunSideBySide(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (IsParallel(current))
                return !HasObjectForEach(type);
        }

        return false;
    }

    /// <summary>A test, or what is run before and after each.</summary>
    public static bool IsRunForEach(IMethodSymbol method)
    {
        foreach (var data in method.GetAttributes())
        {
            if (data.AttributeClass is { Name: "TestAttribute" or "TestCaseAttribute" or "TestCaseSourceAttribute" or "TheoryAttribute" or "SetUpAttribute" or "TearDownAttribute" } marker
                && marker.ContainingNamespace.IsNamed("NUnit.Framework"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsParallel(INamedTypeSymbol type)
    {
        foreach (var data in type.GetAttributes())
        {
            if (data.AttributeClass is { Name: "ParallelizableAttribute" } marker && marker.ContainingNamespace.IsNamed("NUnit.Framework"))
                return data.Argument() is int scope && (scope & Children) != 0;
        }

        return false;
    }

    private static bool HasObjectForEach(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var data in current.GetAttributes())
            {
                if (data.AttributeClass?.Name == "FixtureLifeCycleAttribute")
                    return data.Argument() is 1;
            }
        }

        return false;
    }
}
