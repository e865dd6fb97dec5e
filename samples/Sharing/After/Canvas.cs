using Fearless;

namespace Sharing;

[NotSend("the window belongs to its thread")]
public sealed class Canvas;
