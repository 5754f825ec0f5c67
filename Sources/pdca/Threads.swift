#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Work on several cores: the engine hands in pieces, threads take one after the other.
enum Threads {
  static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// What the threads of one call share. They take turns at the counter; the body is called from all of them.
  private final class Pieces: @unchecked Sendable {
    private let body: (Int) -> Void
    private let count: Int
    /// The first piece is the caller's own, whose stack is the largest.
    private var next = 1
    private var lock = pthread_mutex_t()

    init(_ count: Int, _ body: @escaping (Int) -> Void) {
      self.count = count
      self.body = body
      pthread_mutex_init(&lock, nil)
    }

    deinit { pthread_mutex_destroy(&lock) }

    func work() {
      while true {
        pthread_mutex_lock(&lock)
        let piece = next
        next += 1
        pthread_mutex_unlock(&lock)
        if piece >= count { return }
        body(piece)
      }
    }
  }

  /// Calls the body with every number below `count`, on so many threads at most, this one among them: it takes 0.
  static func run(_ count: Int, on cores: Int, _ body: (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      let pieces = Pieces(count, body)
      var threads: [pthread_t] = []
      // What the parser descends into on one thread it must reach on another: some systems give all but the first little room.
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      pthread_attr_setstacksize(&attributes, 8 << 20)
      defer { pthread_attr_destroy(&attributes) }
      for _ in 1..<max(1, min(count, cores)) {
        #if canImport(Darwin)
          var thread: pthread_t?
        #else
          var thread = pthread_t()
        #endif
        let shared = Unmanaged.passRetained(pieces)
        let failed = pthread_create(
          &thread, &attributes,
          { argument in
            #if canImport(Darwin)
              Unmanaged<Pieces>.fromOpaque(argument).takeRetainedValue().work()
            #else
              if let argument { Unmanaged<Pieces>.fromOpaque(argument).takeRetainedValue().work() }
            #endif
            return nil
          }, shared.toOpaque())
        if failed != 0 {
          // The machine gives no more threads: this one does their work.
          shared.release()
          break
        }
        #if canImport(Darwin)
          if let thread { threads.append(thread) }
        #else
          threads.append(thread)
        #endif
      }
      if count > 0 { body(0) }
      pieces.work()
      for thread in threads { pthread_join(thread, nil) }
    }
  }
}
