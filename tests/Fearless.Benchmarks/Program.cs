using System;
using System.Collections.Generic;
using Fearless.Benchmarks;
using Fearless.Benchmarks.Locks;

// dotnet run -c Release --project tests/Fearless.Benchmarks -- <suite>… [--rounds n] [--only text]
var suites = new Dictionary<string, Func<IEnumerable<Comparison>>>(StringComparer.OrdinalIgnoreCase)
{
    ["locks"] = LockSuite.Comparisons,
};

return Harness.Report(args, suites);
