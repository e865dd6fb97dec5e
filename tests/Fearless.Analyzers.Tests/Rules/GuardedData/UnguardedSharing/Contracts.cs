using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.UnguardedSharing, Fearless.CodeFixes.VolatileFieldFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnguardedSharingRule;

/// <summary>No text of the type says that several threads use it: a framework's contract does, or a registration elsewhere in the program.</summary>
public static class Contracts
{
    private const string Container = """
        namespace Microsoft.Extensions.DependencyInjection
        {
            public interface IServiceCollection;
            public static class ServiceCollectionServiceExtensions
            {
                public static IServiceCollection AddSingleton<T>(this IServiceCollection services) where T : class => services;
                public static IServiceCollection AddSingleton<TService, T>(this IServiceCollection services) where T : class, TService => services;
                public static IServiceCollection AddSingleton<T>(this IServiceCollection services, System.Func<System.IServiceProvider, T> factory) where T : class => services;
                public static IServiceCollection AddSingleton<T>(this IServiceCollection services, T implementationInstance) where T : class => services;
                public static IServiceCollection AddScoped<T>(this IServiceCollection services) where T : class => services;
            }
        }
        """;

    [Fact]
    public static Task A_message_handler_serves_many_requests() => VerifyCS.VerifyAnalyzerAsync("""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        class Counting : DelegatingHandler
        {
            private readonly List<string> _hosts = new();
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
            {
                Note(request);
                return base.SendAsync(request, token);
            }
            private void Note(HttpRequestMessage request) => [|_hosts|].Add(request.RequestUri!.Host);
        }
        """);

    [Fact]
    public static Task A_handler_of_an_event_that_a_contract_knows() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private readonly List<string> _rooms = new();
            public void Watch() => Console.CancelKeyPress += (_, _) => { foreach (var room in _rooms) Console.WriteLine(room); };
            public void Enter(string room) => [|_rooms|].Add(room);
            """));

    [Theory]
    [InlineData("services.AddSingleton<Desk>()")]
    [InlineData("services.AddSingleton<IDesk, Desk>()")]
    [InlineData("services.AddSingleton(_ => new Desk())")]
    [InlineData("services.AddSingleton<IDesk>(_ => new Desk())")]
    [InlineData("services.AddSingleton(new Desk())")]
    [InlineData("services.AddSingleton<IDesk>(new Desk())")]
    public static Task A_singleton(string registration) => VerifyCS.VerifyAnalyzerAsync($$"""
        using Microsoft.Extensions.DependencyInjection;
        public interface IDesk { int Next(); }
        public class Desk : IDesk
        {
            private int _last;
            public int Next() => ++[|_last|];
        }
        static class Setup { static void Add(IServiceCollection services) => {{registration}}; }
        {{Container}}
        """);

    [Fact]
    public static Task A_service_of_one_request_is_confined() => VerifyCS.VerifyAnalyzerAsync($$"""
        using Microsoft.Extensions.DependencyInjection;
        public class Desk
        {
            private int _last;
            public int Next() => ++_last;
        }
        static class Setup { static void Add(IServiceCollection services) => services.AddScoped<Desk>(); }
        {{Container}}
        """);

    [Fact]
    public static Task What_only_the_start_of_the_program_calls_is_set_up() => VerifyCS.VerifyAnalyzerAsync($$"""
        using System.Collections.Generic;
        using Microsoft.Extensions.DependencyInjection;
        public class Table
        {
            private readonly Dictionary<string, int> _units = new();
            public void Add(string unit, int size) => _units[unit] = size;
            public int this[string unit] => _units[unit];
        }
        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                var table = new Table();
                table.Add("m", 1);
                services.AddSingleton(table);
            }
        }
        {{Container}}
        """);

    [Fact]
    public static Task A_static_of_what_is_made_for_each_call() => VerifyCS.VerifyAnalyzerAsync("""
        public class Chat : Microsoft.AspNetCore.SignalR.Hub
        {
            private static int s_sent;
            private int _mine;
            public int Send() => ++[|s_sent|] + ++_mine;
        }
        namespace Microsoft.AspNetCore.SignalR { public abstract class Hub; }
        """);

    [Theory]
    [InlineData("", true)]
    [InlineData("[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]", false)]
    public static Task Tests_that_run_side_by_side_on_one_object(string lifeCycle, bool isShared)
    {
        var list = isShared ? "[|_list|]" : "_list";
        return VerifyCS.VerifyAnalyzerAsync($$"""
            using System;
            using System.Collections.Generic;
            using NUnit.Framework;
            [Parallelizable(ParallelScope.All)] {{lifeCycle}}
            public class ListTests
            {
                private List<int> _list = new();
                [SetUp] public void SetUp() => {{list}} = new List<int>();
                [Test] public void Is_empty() => Console.WriteLine(_list.Count);
            }
            namespace NUnit.Framework
            {
                [Flags] public enum ParallelScope { Self = 1, Children = 256, Fixtures = 512, All = Self | Children | Fixtures }
                public enum LifeCycle { SingleInstance, InstancePerTestCase }
                public class TestAttribute : Attribute;
                public class SetUpAttribute : Attribute;
                public class ParallelizableAttribute(ParallelScope scope) : Attribute { public ParallelScope Scope { get; } = scope; }
                public class FixtureLifeCycleAttribute(LifeCycle lifeCycle) : Attribute { public LifeCycle LifeCycle { get; } = lifeCycle; }
            }
            """);
    }
}
