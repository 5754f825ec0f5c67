#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Work on several cores: the engine hands in pieces, threads take one after the other. A thread once made waits for more:
/// making one takes as long as some of the work that is handed in.
enum Threads {
  static var cores: Int { max(1, Processors().count) }

  private static let team = Team()

  /// Calls the body with every number below `count`, on so many threads at most, this one among them: it takes 0. A body may
  /// call this again. All calls of a run ask for the same number of cores.
  static func run(_ count: Int, on cores: Int, _ body: (Int) -> Void) {
    guard count > 1, cores > 1 else { return (0..<count).forEach(body) }
    withoutActuallyEscaping(body) { body in
      let pieces = Pieces(count, body)
      team.open(pieces, helpers: min(count, cores) - 1)
      body(0)
      team.finish(pieces)
    }
  }
}

/// The pieces of one call. Only who holds the team's lock reads or writes the counts.
private final class Pieces {
  private let body: (Int) -> Void
  let count: Int
  /// The first piece is the caller's own, whose stack is the largest.
  var taken = 1
  var finished = 1

  init(_ count: Int, _ body: @escaping (Int) -> Void) {
    self.count = count
    self.body = body
  }

  @inline(never)
  func work(_ piece: Int) { body(piece) }
}

/// Threads that take pieces of what is open.
private final class Team: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let opened = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let finished = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  /// Those that may have pieces left, the newest last. Each is held by its caller, who waits for it: no thread holds one longer.
  private var open: [Unmanaged<Pieces>] = []
  private var helpers: [pthread_t] = []
  /// The thread that hands out most work, the processor that it works on, and all that it may.
  private let owner = pthread_self()
  private var taken: Int?
  private let processors = Processors()

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(opened, nil)
    pthread_cond_init(finished, nil)
  }

  func open(_ pieces: Pieces, helpers: Int) {
    pthread_mutex_lock(lock)
    open.append(.passUnretained(pieces))
    makeWay(Processors.current)
    while self.helpers.count < helpers, addHelper() {}
    for _ in 0..<min(helpers, self.helpers.count) { pthread_cond_signal(opened) }
    pthread_mutex_unlock(lock)
  }

  /// Takes what is left, and waits for what others have taken.
  func finish(_ pieces: Pieces) {
    pthread_mutex_lock(lock)
    while take(from: pieces) {}
    if pieces.finished < pieces.count { makeWay(nil) }
    while pieces.finished < pieces.count { pthread_cond_wait(finished, lock) }
    pthread_mutex_unlock(lock)
  }

  /// Works on one piece, the lock given back meanwhile; false where none is left.
  private func take(from pieces: Pieces) -> Bool {
    guard pieces.taken < pieces.count else { return false }
    let piece = pieces.taken
    pieces.taken += 1
    if pieces.taken == pieces.count { open.removeAll { $0.toOpaque() == Unmanaged.passUnretained(pieces).toOpaque() } }
    pthread_mutex_unlock(lock)
    pieces.work(piece)
    pthread_mutex_lock(lock)
    pieces.finished += 1
    if pieces.finished == pieces.count { pthread_cond_broadcast(finished) }
    return true
  }

  /// Keeps the helpers off the processor that the owner works on; on none while it waits, for then they may have that one as well.
  /// A guest of a virtual machine takes a processor that sleeps for a busy one, and would put a thread that it makes or wakes
  /// behind the one that wakes it: until that one waits short work is done.
  private func makeWay(_ processor: Int?) {
    if processor == taken || pthread_equal(pthread_self(), owner) == 0 { return }
    taken = processor
    for helper in helpers { free.hold(helper) }
  }

  /// Where the helpers may run.
  private var free: Processors { taken.map { processors.without($0) } ?? processors }

  private func help() {
    pthread_mutex_lock(lock)
    while true {
      if let newest = open.last {
        _ = newest._withUnsafeGuaranteedRef { take(from: $0) }
      } else {
        pthread_cond_wait(opened, lock)
      }
    }
  }

  /// False where the machine gives no more threads: those there are do the work.
  private func addHelper() -> Bool {
    // What the parser descends into on one thread it must reach on another: some systems give all but the first little room.
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, 8 << 20)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    // The team is a global: it outlives its threads.
    let team = Unmanaged.passUnretained(self).toOpaque()
    let failed = pthread_create(
      &thread, &attributes,
      { argument in
        let team: UnsafeMutableRawPointer? = argument
        if let team { Unmanaged<Team>.fromOpaque(team).takeUnretainedValue().help() }
        return nil
      }, team)
    #if canImport(Darwin)
      guard failed == 0, let thread else { return false }
    #else
      if failed != 0 { return false }
    #endif
    helpers.append(thread)
    free.hold(thread)
    return true
  }
}
