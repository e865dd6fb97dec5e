using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.DeclaredOrderViolation, Fearless.CodeFixes.LockOrderFix>;

namespace Fearless.Analyzers.Tests.DeclaredOrderViolationRule;

public static class CodeFix
{
    private const string Fields = "    [AcquiredBefore(nameof(_y))]\n    private readonly object _x = new();\n    private readonly object _y = new();\n\n";

    [Fact]
    public static Task The_two_change_places() => Test.Fix(Fields + """
            public void Move()
            {
                lock (_y)
                    lock ({|FEAR5004:_x|})
                        Work();
            }
        """, Fields + """
            public void Move()
            {
                lock (_x)
                    lock (_y)
                        Work();
            }
        """);
}
