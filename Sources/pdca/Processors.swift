#if os(Linux)
  import CProcessors
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The processors that a thread may run on.
struct Processors {
  #if os(Linux)
    /// A bit for each.
    private var bits = [UInt](repeating: 0, count: 1024 / UInt.bitWidth)
    private var size: Int { bits.count * MemoryLayout<UInt>.size }

    /// Those of the calling thread.
    init() {
      if get_processors(pthread_self(), size, &bits) != 0 { bits[0] = 1 }
    }

    /// The one that the calling thread runs on.
    static var current: Int { Int(current_processor()) }

    var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

    func without(_ number: Int) -> Processors {
      var others = self
      if 0..<bits.count * UInt.bitWidth ~= number { others.bits[number / UInt.bitWidth] &= ~(1 << (number % UInt.bitWidth)) }
      return others
    }

    /// Lets a thread run on these only; where there are none it stays free.
    func hold(_ thread: pthread_t) { _ = set_processors(thread, size, bits) }
  #else
    static var current: Int { 0 }
    var count: Int { Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
    func without(_ number: Int) -> Processors { self }

    /// Other systems place threads well.
    func hold(_ thread: pthread_t) {}
  #endif
}
