using System;
using System.Collections.Generic;
using Fearless.Benchmarks;
using Fearless.Benchmarks.Asynchronous;
using Fearless.Benchmarks.Channels;
using Fearless.Benchmarks.Locks;
using Fearless.Benchmarks.Threading;

// dotnet run -c Release --project tests/Fearless.Benchmarks -- <suite>… [--rounds n] [--only text]
var suites = new Dictionary<string, Func<IEnumerable<Comparison>>>(StringComparer.OrdinalIgnoreCase)
{
    ["locks"] = LockSuite.Comparisons,
    ["channels"] = ChannelSuite.Comparisons,
    ["threads"] = ThreadSuite.Comparisons,
    ["async"] = AsyncSuite.Comparisons,
};

return Harness.Report(args, suites);
