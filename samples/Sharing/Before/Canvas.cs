using Fearless;

namespace Sharing;

[Send]
[NotSend("the window belongs to its thread")]
public sealed class Canvas;
