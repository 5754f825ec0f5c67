/// A piece of a rule file, as UTF-8 offsets into the file's own bytes.
package struct SourceSpan: Sendable, Hashable {
  /// The position of the file in its `SourceSet`.
  package let file: Int32
  package let start: Int32
  /// One past the last byte.
  package let end: Int32

  package init(file: Int32, start: Int32, end: Int32) {
    self.file = file
    self.start = start
    self.end = end
  }

  /// The smallest span that holds both; the file is that of the receiver.
  package func joined(to other: SourceSpan) -> SourceSpan {
    guard other.file == file else { return self }
    return SourceSpan(file: file, start: min(start, other.start), end: max(end, other.end))
  }
}

/// One rule file: its path as the user gave it, and its text.
package struct SourceText: Sendable {
  package let path: String
  package let bytes: [UInt8]
  private let lineStarts: [Int32]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts: [Int32] = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(Int32(truncatingIfNeeded: offset + 1))
    }
    lineStarts = starts
  }

  /// The number of the line that holds the offset, from 1.
  package func line(at offset: Int32) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The offset at which a line begins; lines count from 1.
  package func start(ofLine line: Int) -> Int32 {
    lineStarts[max(0, min(line - 1, lineStarts.count - 1))]
  }

  /// The number of lines.
  package var lineCount: Int { lineStarts.count }

  /// The text of a line without its line break.
  package func text(ofLine line: Int) -> String {
    let start = Int(start(ofLine: line))
    var end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The text between two offsets.
  package func text(from start: Int32, to end: Int32) -> String {
    let low = max(0, min(Int(start), bytes.count))
    let high = max(low, min(Int(end), bytes.count))
    return String(decoding: bytes[low..<high], as: UTF8.self)
  }
}

/// All files of a rulebook, in the order in which they were read.
package struct SourceSet: Sendable {
  package private(set) var files: [SourceText] = []

  package init() {}

  /// Adds a file and returns its position.
  package mutating func add(_ file: SourceText) -> Int32 {
    files.append(file)
    return Int32(truncatingIfNeeded: files.count - 1)
  }

  package func text(of span: SourceSpan) -> String {
    files[Int(span.file)].text(from: span.start, to: span.end)
  }
}
