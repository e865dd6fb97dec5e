using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UnflowingAsyncLocalRule;

/// <summary>Lost on the way back, or shared where each was to have its own.</summary>
public static class Diagnostics
{
    [Fact]
    public static Task Set_in_an_async_method() => TypeTest<UnflowingAsyncLocal>.Verify("""
        private static readonly AsyncLocal<string?> s_tenant = new();
        private static async Task Set(string tenant)
        {
            await Task.Yield();
            [|s_tenant.Value|] = tenant;
        }
        public static async Task Run(string tenant)
        {
            await Set(tenant);
            Console.WriteLine(s_tenant.Value);
        }
        """);

    [Fact]
    public static Task One_object_in_two_flows() => TypeTest<UnflowingAsyncLocal>.Verify("""
        private static readonly AsyncLocal<List<string>> s_trace = new();
        public static async Task Run()
        {
            s_trace.Value = new List<string>();
            await Task.WhenAll(Task.Run(() => s_trace.Value.Add("a")), Task.Run(() => [|s_trace.Value|].Add("b")));
        }
        """);

    [Fact]
    public static Task One_object_in_a_parallel_loop() => TypeTest<UnflowingAsyncLocal>.Verify("""
        private static readonly AsyncLocal<List<string>> s_trace = new();
        public static void Run(string[] names)
        {
            s_trace.Value = new List<string>();
            Parallel.ForEach(names, name => [|s_trace.Value|].Add(name));
        }
        """);
}
