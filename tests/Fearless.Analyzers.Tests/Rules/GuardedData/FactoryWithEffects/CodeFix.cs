using System.Threading.Tasks;
using Fearless.CodeFixes;
using Xunit;

namespace Fearless.Analyzers.Tests.FactoryWithEffectsRule;

/// <summary>One step, or once for each key.</summary>
public static class CodeFix
{
    [Fact]
    public static Task Interlocked() => TypeTest<FactoryWithEffects>.Fix<FactoryWithEffectsFix>("""
        private readonly ConcurrentDictionary<string, int> _ids = new();
        private int _next;
        public int Id(string key) => _ids.GetOrAdd(key, _ => [|_next|]++);
        public int Other(string key) => _ids.GetOrAdd(key, _ => ++[|_next|]);
        """, """
        private readonly ConcurrentDictionary<string, int> _ids = new();
        private int _next;
        public int Id(string key) => _ids.GetOrAdd(key, _ => Interlocked.Increment(ref _next) - 1);
        public int Other(string key) => _ids.GetOrAdd(key, _ => Interlocked.Increment(ref _next));
        """);

    [Fact]
    public static Task Lazy() => TypeTest<FactoryWithEffects>.Fix<FactoryWithEffectsFix>("""
        private readonly ConcurrentDictionary<string, System.IO.FileStream> _files = new();
        public System.IO.FileStream Get(string key) => _files.GetOrAdd(key, k => [|new System.IO.FileStream(k, System.IO.FileMode.Create)|]);
        public long Length(string key) => _files.GetOrAdd(key, Open).Length;
        private static System.IO.FileStream Open(string key) => [|System.IO.File.OpenRead(key)|];
        """, """
        private readonly ConcurrentDictionary<string, Lazy<System.IO.FileStream>> _files = new();
        public System.IO.FileStream Get(string key) => _files.GetOrAdd(key, k => new Lazy<System.IO.FileStream>(() => new System.IO.FileStream(k, System.IO.FileMode.Create))).Value;
        public long Length(string key) => _files.GetOrAdd(key, key => new Lazy<System.IO.FileStream>(() => Open(key))).Value.Length;
        private static System.IO.FileStream Open(string key) => System.IO.File.OpenRead(key);
        """);
}
