import Diagnostics
import Facts
import Quantities

/// Small files on several lanes: each opens and reads its share of them, and what was read is put together in the order of the
/// files.
extension SubmissionReader {
  /// The texts among the files in shares of about one size, for each lane one; each share follows the one before.
  private var shares: [Range<Int>] {
    let sizes = files.map { file in
      switch file.content {
      case .unopened(let text): text.bytes.count
      case .text(let table): table.size
      default: 0
      }
    }
    let size = sizes.reduce(0, +)
    let count = min(lanes.count, size / shareSize)
    if count < 2 { return [0..<files.count] }
    var shares: [Range<Int>] = []
    var (start, end, taken) = (0, 0, 0)
    for share in 1...count {
      while end < files.count, share == count || taken < size / count * share { (taken, end) = (taken + sizes[end], end + 1) }
      shares.append(start..<end)
      start = end
    }
    return shares
  }

  /// What a step makes of each share.
  private func onLanes<Made>(_ shares: [Range<Int>], _ step: (Range<Int>) -> Made) -> [Made] {
    var made = [Made?](repeating: nil, count: shares.count)
    made.withUnsafeMutableBufferPointer { made in lanes.spread(shares.count) { made[$0] = step(shares[$0]) } }
    return made.compactMap { $0 }
  }

  /// Looks for the headings of delimited files, and for the years that they speak of.
  mutating func open() {
    let (files, headings, years) = (self.files, self.headings, self.years)
    let opened = onLanes(shares) { share in
      var (headings, years, span) = (headings, years, YearSpan())
      var tables: [(position: Int, table: TextTable)] = []
      for position in share {
        guard case .unopened(let text) = files[position].content else { continue }
        let table = TextTable(text, path: files[position].path, &headings)
        SubmissionReader.survey(table, &years, into: &span)
        tables.append((position, table))
      }
      return (tables: tables, span: span)
    }
    for (tables, counted) in opened {
      for (position, table) in tables { self.files[position].content = .text(table) }
      span = span.with(counted)
    }
  }

  /// What was read of a share of the files.
  struct Share {
    var reader: TableReader
    var diagnostics: [Diagnostic] = []
    var unreadable: [String] = []
    var counted: YearSpan

    /// False where reading on would have given something else than both together.
    mutating func take(_ next: Share) -> Bool {
      guard reader.take(next.reader) else { return false }
      diagnostics += next.diagnostics
      unreadable += next.unreadable
      return true
    }
  }

  /// Files that hold nothing but texts are read on several lanes. Where two of them turn out to speak of one figure, all are
  /// read again in turn.
  func readShares(_ years: ClosedRange<Int32>) -> Share {
    let areTexts = files.allSatisfy { file in
      if case .text = file.content { return true }
      return false
    }
    var read = areTexts ? onLanes(shares) { self.read($0, years) }[...] : []
    if var whole = read.popFirst(), read.allSatisfy({ whole.take($0) }) { return whole }
    return self.read(0..<files.count, years)
  }
}
