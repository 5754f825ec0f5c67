import PDCAEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One line on the terminal that tells how long work is getting on, and at what rate; shown only after a second of it, and taken
/// away at the end.
final class ProgressLine: @unchecked Sendable {
  private let language: OutputLanguage
  private let start = ProgressLine.now
  private var shown = 0.0
  private var isVisible = false

  /// Nothing where nobody would see it.
  init?(_ language: OutputLanguage, isQuiet: Bool) {
    if isQuiet || isatty(2) != 1 || Terminal.variable("TERM") == "dumb" { return nil }
    self.language = language
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Called from one thread at a time.
  func show(_ progress: Progress) {
    let now = ProgressLine.now
    if now - start < 1 || now - shown < 0.1 { return }
    shown = now
    isVisible = true
    let seconds = now - start
    let text: String
    switch progress {
    case .reading(let path, let done, let size):
      let (megabytes, rate) = (String(done >> 20), String(Int(Double(done) / seconds) >> 20))
      text =
        language == .japanese
        ? "\(path) を読み込み中：\(percent(done, size))%（\(megabytes) MB、毎秒\(rate) MB）"
        : "reading \(path): \(percent(done, size))% (\(megabytes) MB, \(rate) MB a second)"
    case .judging(let done, let count):
      let rate = String(Int(Double(done) / seconds))
      text =
        language == .japanese
        ? "判定中：\(percent(done, count))%（\(done)件の目標、毎秒\(rate)件）"
        : "judging: \(percent(done, count))% (\(done) targets, \(rate) a second)"
    }
    Files.writeAll(Array("\r\u{1B}[K\(text)".utf8), to: 2)
  }

  func clear() {
    if isVisible { Files.writeAll(Array("\r\u{1B}[K".utf8), to: 2) }
    isVisible = false
  }

  private func percent(_ done: Int, _ all: Int) -> String { String(all > 0 ? Int(Double(done) / Double(all) * 100) : 100) }
}
