using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.EscapingContent, Fearless.CodeFixes.EscapingValueFix>;

namespace Fearless.Analyzers.Tests.EscapingContentRule;

public static class Diagnostics
{
    [Fact]
    public static Task Escaping() => Test.Members("""
            private List<int> _stored = [];
            public IReadOnlyList<int> Returned() { using var guard = _m.Lock(); var all = guard.Value; all.Sort(); return {|FEAR3014:all|}; }
            public void Stored() { using var guard = _m.Lock(); _stored = {|FEAR3014:guard.Value|}; }
        """);

    [Fact]
    public static Task Message() => Test.Message(
        "public List<int> M() { using var guard = _m.Lock(); return {|#0:guard.Value|}; }", "FEAR3014",
        "'guard.Value' is what 'guard' guards: the caller uses it without the lock, which is released on return: return a copy");

    [Fact]
    public static Task A_part_of_it_leads_there_as_well() => Test.Source("""
        public sealed class Song { public string Title { get; set; } = ""; public List<string> Voices { get; set; } = []; }

        public sealed class Choir
        {
            private readonly Fearless.Mutex<Song> _song = new(new Song());
            private readonly RwLock<Song[]> _all = new([]);
            private Song? _last;

            public List<string> Voices() { using var song = _song.Lock(); return {|FEAR3014:song.Value.Voices|}; }
            public (string, List<string>) Both() { using var song = _song.Lock(); return {|FEAR3014:(song.Value.Title, song.Value.Voices)|}; }
            public Song First() { using var all = _all.Read(); foreach (var song in all.Value) return {|FEAR3014:song|}; throw new InvalidOperationException(); }
            public List<string> InTheBody() => _song.With((ref Song song) => {|FEAR3014:song.Voices|});
            public void Keep() { using var all = _all.Write(); _last = {|FEAR3014:all.Value[0]|}; }
            public void Give(List<Song> into) { using var song = _song.Lock(); into.Add({|FEAR3014:song.Value|}); }
        }
        """);

    [Fact]
    public static Task After_the_release_it_belongs_to_the_lock() => Test.Source("""
        public sealed class Choir
        {
            private readonly Fearless.Mutex<List<string>> _songs = new([]);

            public void After()
            {
                var guard = _songs.Lock();
                var songs = guard.Value;
                guard.Dispose();
                {|FEAR3014:songs|}.Add("Kyrie");
            }

            public void Outside()
            {
                List<string>? kept = null;
                _songs.With((ref List<string> songs) => { kept = songs; });
                {|FEAR3014:kept|}!.Sort();
            }

            public void PutIn(bool all)
            {
                var fresh = new List<string>();
                using (var songs = _songs.Lock())
                {
                    if (all)
                        songs.Value = fresh;
                }

                {|FEAR3014:fresh|}.Add("Gloria");
            }

            public async Task Async(AsyncMutex<List<string>> other)
            {
                List<string> seen;
                using (var songs = await other.LockAsync())
                    seen = songs.Value;
                foreach (var song in {|FEAR3014:seen|})
                    Console.WriteLine(song);
            }
        }
        """);
}
