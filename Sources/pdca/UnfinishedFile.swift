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
  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private var isWhole = true
  private var isFinished = false

  init(_ path: String) throws(FileFault) {
    self.path = path
    temporary = path + ".part-" + String(getpid())
    UnfinishedFile.remember(temporary)
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    if descriptor < 0 {
      UnfinishedFile.forget()
      isFinished = true
      throw FileFault(path: path, english: "it cannot be written", japanese: "ファイルに書き込めません")
    }
  }

  deinit {
    if isFinished { return }
    close(descriptor)
    unlink(temporary)
    UnfinishedFile.forget()
  }

  func write(_ bytes: [UInt8]) {
    if isWhole { isWhole = Files.writeAll(bytes, to: descriptor) }
  }

  /// Gives the file its name.
  func finish() throws(FileFault) {
    let isWritten = isWhole && fsync(descriptor) == 0
    close(descriptor)
    isFinished = true
    let isMoved = isWritten && rename(temporary, path) == 0
    if !isMoved { unlink(temporary) }
    UnfinishedFile.forget()
    if !isMoved { throw FileFault(path: path, english: "it cannot be written", japanese: "ファイルに書き込めません") }
  }

  // MARK: When the program is ended from outside

  /// The name of the file that is being written, where a signal's handler can read it.
  private nonisolated(unsafe) static var pending: UnsafeMutablePointer<CChar>?

  private static func remember(_ path: String) {
    pending = strdup(path)
  }

  private static func forget() {
    let old = pending
    pending = nil
    free(old)
  }

  /// Takes the half-written file away before a signal ends the program, as it would have without this.
  static func removeWhenEnded() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // What was started to be deaf to it, such as by nohup, stays so.
      if unsafeBitCast(signal(number, SIG_IGN), to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { continue }
      signal(number) { number in
        if let path = UnfinishedFile.pending { unlink(path) }
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }
}
