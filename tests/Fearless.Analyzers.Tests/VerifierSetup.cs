using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Fearless.Analyzers.Tests;

/// <summary>What all tests of rules share: the gate is open, and the runtime with its markers is there.</summary>
internal static class VerifierSetup
{
    [ModuleInitializer]
    internal static void Run()
    {
        VerifierDefaults.GlobalOptions[FearlessOptions.Gate] = "true";
        VerifierDefaults.FailureIds.Add(Descriptors.FEAR9001_FailedAnalysis.Id);
        VerifierDefaults.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(SendAttribute).Assembly.Location));
    }
}
