import Quantities

/// Which years data speak of. One mistyped year (2203) must not stretch the columns of all facts over centuries: years far
/// from the year with the most rows are left out.
struct YearSpan {
  private var rows: [Int] = [Int](repeating: 0, count: FiscalYear.known.count)

  static let farthest: Int32 = 50

  mutating func count(_ year: FiscalYear) {
    guard FiscalYear.known.contains(year.number) else { return }
    rows[Int(year.number - FiscalYear.known.lowerBound)] += 1
  }

  /// Takes rows that were counted elsewhere, by year of the calendar.
  mutating func add(_ more: [Int]) {
    for index in rows.indices { rows[index] += more[index] }
  }

  func with(_ other: YearSpan) -> YearSpan {
    var both = self
    both.add(other.rows)
    return both
  }

  /// The years that are taken; nil when there are none.
  var years: ClosedRange<Int32>? {
    guard let most = rows.max(), most > 0 else { return nil }
    var centre = 0
    // Of equally frequent years the latest is the centre.
    for index in rows.indices where rows[index] == most { centre = index }
    let reach = Int(YearSpan.farthest)
    let window = max(0, centre - reach)...min(rows.count - 1, centre + reach)
    let used = window.filter { rows[$0] > 0 }
    guard let first = used.first, let last = used.last else { return nil }
    let base = FiscalYear.known.lowerBound
    return base + Int32(first)...base + Int32(last)
  }
}
