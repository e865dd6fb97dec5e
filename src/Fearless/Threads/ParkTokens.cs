using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Fearless.Internal;

namespace Fearless;

/// <summary>Every thread's park token, made when somebody first parks or unparks it. Not used by anything but Park and Unpark.</summary>
internal static class ParkTokens
{
    private static readonly ConditionalWeakTable<Thread, Parker> Tokens = new();

    [ThreadStatic]
    private static Parker? t_current;

    internal static Parker Current => t_current ??= Of(Thread.CurrentThread);

    internal static Parker Of(Thread thread) => Tokens.GetValue(thread, static _ => new Parker());
}
