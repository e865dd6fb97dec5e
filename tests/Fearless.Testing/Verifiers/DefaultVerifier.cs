using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Knows no test framework: a failure is an exception.</summary>
public sealed class DefaultVerifier : IVerifier
{
    private readonly string _context;

    public DefaultVerifier()
        : this("")
    {
    }

    private DefaultVerifier(string context) => _context = context;

    public void Equal<T>(T expected, T actual, string? message = null)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            Fail($"{message}\nexpected: {expected}\nactual:   {actual}");
        }
    }

    public void True([DoesNotReturnIf(false)] bool assert, string? message = null)
    {
        if (!assert)
        {
            Fail(message ?? "Expected: true.");
        }
    }

    public void False([DoesNotReturnIf(true)] bool assert, string? message = null)
    {
        if (assert)
        {
            Fail(message ?? "Expected: false.");
        }
    }

    [DoesNotReturn]
    public void Fail(string? message = null) => throw new VerificationException(_context + (message ?? "Failed."));

    public IVerifier PushContext(string context) => new DefaultVerifier($"{_context}[{context}] ");
}
