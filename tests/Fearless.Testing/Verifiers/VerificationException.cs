using System;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What was analysed or fixed is not what the test expects.</summary>
public sealed class VerificationException(string message) : InvalidOperationException(message);
