#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file on its way: written beside its place, and moved there when it is whole. Whatever ends the program before, Ctrl-C
/// included, nothing is left of it, and what stood in its place stays.
final class UnfinishedFile {
  /// So many may be written at once, each by its own writer.
  static let writers = 8

  private let path: String
  private let temporary: String
  private let writer: Int
  private let descriptor: Int32
  private var isWhole = true
  private var isFinished = false

  /// - Parameter writer: a number below `writers`; no other unfinished file may have it at the same time.
  init(_ path: String, writer: Int = 0) throws(FileFault) {
    self.path = path
    self.writer = writer
    temporary = path + ".part-" + String(getpid())
    UnfinishedFile.remember(temporary, writer)
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    if descriptor < 0 {
      UnfinishedFile.forget(writer)
      isFinished = true
      throw FileFault(path: path, english: "it cannot be written", japanese: "ファイルに書き込めません")
    }
  }

  deinit {
    if isFinished { return }
    close(descriptor)
    unlink(temporary)
    UnfinishedFile.forget(writer)
  }

  func write(_ bytes: [UInt8]) {
    if isWhole { isWhole = Files.writeAll(bytes, to: descriptor) }
  }

  /// Gives the file its name. That all of it is on the disk is left to the system, as with any copied file: to wait for that
  /// took as long as judging 24 wards, and a report is made anew.
  func finish() throws(FileFault) {
    let isClosed = close(descriptor) == 0
    isFinished = true
    let isMoved = isWhole && isClosed && rename(temporary, path) == 0
    if !isMoved { unlink(temporary) }
    UnfinishedFile.forget(writer)
    if !isMoved { throw FileFault(path: path, english: "it cannot be written", japanese: "ファイルに書き込めません") }
  }

  // MARK: When the program is ended from outside

  /// The name of the file that each writer has begun, where a signal's handler can read it.
  private nonisolated(unsafe) static let pending = {
    let names = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: writers)
    names.initialize(repeating: nil, count: writers)
    return names
  }()

  private static func remember(_ path: String, _ writer: Int) {
    pending[writer] = strdup(path)
  }

  private static func forget(_ writer: Int) {
    let old = pending[writer]
    pending[writer] = nil
    free(old)
  }

  /// Takes half-written files away before a signal ends the program, as it would have without this.
  static func removeWhenEnded() {
    _ = pending
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // What was started to be deaf to it, such as by nohup, stays so.
      if unsafeBitCast(signal(number, SIG_IGN), to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { continue }
      signal(number) { number in
        for writer in 0..<UnfinishedFile.writers {
          if let path = UnfinishedFile.pending[writer] { unlink(path) }
        }
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }
}
