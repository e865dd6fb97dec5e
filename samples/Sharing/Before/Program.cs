using Sharing;

// Each file beside this one breaks one rule about types, or about what crosses to another thread; in After it keeps it.
var errors = Report.CountErrors(["error", "ok"], ["error"]);
var total = await DayClose.CloseAsync([1, 2, 3], 4);
await using (new Uploader())
    Console.WriteLine($"{errors} errors, {total} in all, {Shared.Run()}");
