// Rust's std beside the table of `Fearless.Benchmarks locks`: rustc -O -o locks locks.rs && ./locks
// Same operations, same way of measuring: rounds of about a millisecond, median.
use std::hint::black_box;
use std::sync::{Arc, Barrier, Condvar, Mutex, OnceLock, RwLock};
use std::thread;
use std::time::Instant;

const ROUNDS: usize = 401;

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(|a, b| a.partial_cmp(b).unwrap());
    times[times.len() / 2]
}

fn time(operations: usize, run: &mut dyn FnMut(usize)) -> f64 {
    let start = Instant::now();
    run(operations);
    start.elapsed().as_nanos() as f64 / operations as f64
}

fn report(name: &str, mut run: impl FnMut(usize)) {
    run(2_000);
    let once = (0..20).map(|_| time(1_000, &mut run)).fold(f64::MAX, f64::min);
    let operations = ((1e6 / once) as usize).max(20);
    let times = (0..ROUNDS).map(|_| time(operations, &mut run)).collect();
    println!("| {name} | {:.2} |", median(times));
}

fn on_threads(threads: usize, body: impl Fn(usize) + Send + Sync + 'static) -> impl FnMut(usize) {
    let start = Arc::new(Barrier::new(threads + 1));
    let end = Arc::new(Barrier::new(threads + 1));
    let each = Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let body = Arc::new(body);
    for _ in 0..threads {
        let (start, end, each, body) = (start.clone(), end.clone(), each.clone(), body.clone());
        thread::spawn(move || loop {
            start.wait();
            body(each.load(std::sync::atomic::Ordering::SeqCst));
            end.wait();
        });
    }
    move |n| {
        each.store(n / threads, std::sync::atomic::Ordering::SeqCst);
        start.wait();
        end.wait();
    }
}

fn main() {
    println!("| operation | Rust std ns |\n| --- | --- |");
    let m = Arc::new(Mutex::new(0));
    let lock = |m: Arc<Mutex<i32>>| move |n| for _ in 0..n { *black_box(&m).lock().unwrap() += 1; };
    report("mutex, uncontended", lock(m.clone()));
    report("mutex, 2 threads", on_threads(2, lock(m.clone())));
    report("mutex, 4 threads", on_threads(4, lock(m)));
    let rw = Arc::new(RwLock::new(0));
    let read = |rw: Arc<RwLock<i32>>| move |n| for _ in 0..n { black_box(*black_box(&rw).read().unwrap()); };
    let write = |rw: Arc<RwLock<i32>>| move |n| for _ in 0..n { *black_box(&rw).write().unwrap() += 1; };
    report("rwlock read, uncontended", read(rw.clone()));
    report("rwlock write, uncontended", write(rw.clone()));
    report("rwlock read, 2 threads", on_threads(2, read(rw.clone())));
    report("rwlock write, 2 threads", on_threads(2, write(rw)));
    let turn = Arc::new((Mutex::new(0usize), Condvar::new(), std::sync::atomic::AtomicUsize::new(0)));
    report("condvar, round trip of two threads", {
        let mut run = on_threads(2, move |n| {
            let me = turn.2.fetch_add(1, std::sync::atomic::Ordering::SeqCst) & 1;
            for _ in 0..n {
                let mut g = turn.0.lock().unwrap();
                while *g != me { g = turn.1.wait(g).unwrap(); }
                *g = 1 - me;
                turn.1.notify_one();
            }
        });
        move |n| run(n * 2)
    });
    let once = OnceLock::new();
    once.set("x".to_string()).unwrap();
    report("once lock, read", move |n| for _ in 0..n { black_box(black_box(&once).get_or_init(String::new).len()); });
    let arc = Arc::new("x");
    report("arc, clone and dispose", move |n| for _ in 0..n { drop(black_box(black_box(&arc).clone())); });
}
