using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UnflowingAsyncLocalRule;

/// <summary>Values that flow down, and objects that nobody shares.</summary>
public static class Valid
{
    [Fact]
    public static Task Set_by_the_caller() => TypeTest<UnflowingAsyncLocal>.Verify("""
        private static readonly AsyncLocal<string?> s_tenant = new();
        private static void Set(string tenant) => s_tenant.Value = tenant;
        public static async Task Run(string tenant)
        {
            Set(tenant);
            await Task.Yield();
            Console.WriteLine(s_tenant.Value);
        }
        """);

    [Fact]
    public static Task Set_for_what_is_called() => TypeTest<UnflowingAsyncLocal>.Verify("""
        private static readonly AsyncLocal<string?> s_tenant = new();
        private static async Task With(string tenant, Func<Task> next)
        {
            s_tenant.Value = tenant;
            await next();
            Console.WriteLine(s_tenant.Value);
        }
        public static async Task Run(string tenant)
        {
            await With(tenant, () => Task.CompletedTask);
            s_tenant.Value = "x";
            Console.WriteLine(s_tenant.Value);
        }
        """);

    [Fact]
    public static Task Each_flow_has_its_own_object() => TypeTest<UnflowingAsyncLocal>.Verify("""
        private static readonly AsyncLocal<List<string>?> s_trace = new();
        public static Task Run() => Task.WhenAll(
            Task.Run(() => { s_trace.Value = new List<string>(); s_trace.Value.Add("a"); }),
            Task.Run(() => { s_trace.Value = new List<string>(); s_trace.Value.Add("b"); }));
        """);
}
