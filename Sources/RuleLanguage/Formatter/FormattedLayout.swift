import Diagnostics

/// The blocks and remarks of a file in their order, with the blank lines between them.
struct FormattedLayout {
  private struct Item {
    /// A declaration, or a remark on a line of its own.
    var block: FormattedBlock?
    let remark: String
    let start: Int32
    /// The end of the last token.
    let end: Int32
    let firstLine: Int
    var lastLine: Int

    var isOneLine: Bool { block?.isOneLine ?? true }
  }

  private let bytes: [UInt8]
  private var lineStarts: [Int32] = [0]
  private var items: [Item] = []

  init(_ source: SourceText) {
    bytes = source.bytes
    for (index, byte) in bytes.enumerated() where byte == 0x0A || byte == 0x0D {
      if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
      lineStarts.append(Int32(truncatingIfNeeded: index + 1))
    }
  }

  private func line(at offset: Int32) -> Int {
    var (low, high) = (0, lineStarts.count)
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  // MARK: What stands in the file

  mutating func add(_ block: FormattedBlock, end: Int32) {
    let start = block.lines[0].offset
    items.append(
      Item(block: block, remark: "", start: start, end: end, firstLine: line(at: start), lastLine: line(at: max(start, end - 1))))
  }

  /// Remarks come in their order, after the blocks.
  mutating func add(_ remark: Remark, tokens: [Token]) {
    let text = written(remark)
    let line = line(at: remark.start)
    guard let before = items.lastIndex(where: { $0.start <= remark.start }) else {
      return items.insert(standing(text, remark, line), at: 0)
    }
    guard var block = items[before].block else {
      return items.insert(standing(text, remark, line), at: before + 1)
    }
    if block.isVerbatim, remark.start < items[before].end { return }
    let clause = block.line(at: remark.start)
    if !remark.isFirstOnLine {
      block.addRemark(text, behind: clause)
    } else if remark.start < items[before].end {
      let next = clause + 1 < block.lines.count ? block.lines[clause + 1].offset : items[before].end
      let isInside = FormattedLayout.hasToken(tokens, after: remark.start, before: next)
      block.addRemark(text, before: isInside ? clause : clause + 1)
    } else if remark.start > lineStarts[line], line == items[before].lastLine + 1 {
      block.remarksBelow.append(text)
      items[before].lastLine = line
    } else {
      return items.insert(standing(text, remark, line), at: before + 1)
    }
    items[before].block = block
  }

  private static func hasToken(_ tokens: [Token], after start: Int32, before end: Int32) -> Bool {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start <= start { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count && tokens[low].start < end
  }

  private func standing(_ text: String, _ remark: Remark, _ line: Int) -> Item {
    Item(block: nil, remark: text, start: remark.start, end: remark.end, firstLine: line, lastLine: line)
  }

  /// # and what follows it, without the spaces at its end.
  private func written(_ remark: Remark) -> String {
    var (start, end) = (Int(remark.start), Int(remark.end))
    // ＃ is three bytes long.
    start += bytes[start] == 0x23 ? 1 : 3
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 || bytes[end - 1] == 0x0D { end -= 1 }
    return "#" + String(decoding: bytes[min(start, end)..<end], as: UTF8.self)
  }

  // MARK: The text

  var text: String {
    var text = ""
    for (index, item) in items.enumerated() {
      if index > 0, needsBlankLine(before: index) { text += "\n" }
      if let block = item.block { text += block.text } else { text += item.remark + "\n" }
    }
    return text
  }

  /// One blank line where there was one, and around every declaration of several lines with its remarks.
  private func needsBlankLine(before index: Int) -> Bool {
    let (previous, item) = (items[index - 1], items[index])
    if item.firstLine > previous.lastLine + 1 { return true }
    if previous.block == nil { return false }
    if !previous.isOneLine { return true }
    guard item.block == nil else { return !item.isOneLine }
    return items[index...].first { $0.block != nil }.map { !$0.isOneLine } ?? false
  }
}
