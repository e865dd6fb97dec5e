using System.Diagnostics.CodeAnalysis;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How a failure is raised.</summary>
public interface IVerifier
{
    void Equal<T>(T expected, T actual, string? message = null);

    void True([DoesNotReturnIf(false)] bool assert, string? message = null);

    void False([DoesNotReturnIf(true)] bool assert, string? message = null);

    [DoesNotReturn]
    void Fail(string? message = null);

    /// <summary>A verifier whose messages also name the <paramref name="context"/>.</summary>
    IVerifier PushContext(string context);
}
