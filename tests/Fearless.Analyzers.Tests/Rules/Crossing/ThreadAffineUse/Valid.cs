using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.ThreadAffineUseRule;

public static class Valid
{
    [Theory]
    [InlineData("Task.Run(() => _label.BeginInvoke(() => _label.Text = \"x\"));")]
    [InlineData("Task.Run(() => context.Post(_ => _label.Text = \"x\", null));")]
    [InlineData("Task.Run(() => 1).ContinueWith(t => _label.Text = \"x\", TaskScheduler.FromCurrentSynchronizationContext());")]
    [InlineData("Task.Run(() => { if (!_label.InvokeRequired) _label.Text = \"x\"; });")]
    [InlineData("Task.Run(() => { var label = new Label(); label.Show(); });")]
    [InlineData("Task.Run(Free);")]
    public static Task On_its_way_to_the_thread(string work) => Rule.Check($$"""
        private readonly Label _label = new();
        public void M(SynchronizationContext context) { {{work}} }
        private void Free() { }
        """);

    [Fact]
    public static Task Back_after_the_await() => Rule.Check("""
        private readonly Label _label = new();
        public async Task M()
        {
            var text = await Task.Run(() => "x");
            _label.Text = text;
        }
        """);

    [Fact]
    public static Task A_method_that_asks_first() => Rule.Check("""
        private readonly Label _label = new();
        public void Start() => Task.Run(() => Set("x"));
        private void Set(string text)
        {
            if (_label.InvokeRequired)
            {
                _label.BeginInvoke(() => Set(text));
                return;
            }
            Store(text);
        }
        private void Store(string text) => _label.Text = text;
        """);

    [Fact]
    public static Task A_thread_with_an_apartment_of_its_own() => Rule.Check("""
        private Label? _label;
        public void M()
        {
            var thread = new Thread(Loop);
            thread.SetApartmentState(ApartmentState.STA);
            thread.Start();
        }
        private void Loop()
        {
            _label = new Label();
            _label.Show();
        }
        """);

    [Fact]
    public static Task Marked_code_and_its_helpers() => Rule.Check("""
        [ThreadAffine("ui")] private int _percent;
        public Test() => _percent = 1;
        [ThreadAffine("ui")] public int Percent { get => _percent; set => Store(value); }
        [ThreadAffine("ui")] public void Render() => Console.WriteLine(_percent);
        private void Store(int percent) => _percent = percent;
        public void Unmarked() => Render();
        """);

    [Fact]
    public static Task A_type_of_the_same_thread() => Rule.Check("""
        [ThreadAffine("ui")]
        private sealed class View
        {
            public int Rows;
            public void Add() => Rows++;
        }
        [ThreadAffine("ui")] private readonly View _view = new();
        [ThreadAffine("ui")] public void M() => _view.Add();
        """);
}
