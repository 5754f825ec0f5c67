import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The columns of the CSV report.
package enum CSVColumn: String, Sendable, CaseIterable {
  case target, stage, item, severity
  case areaCode = "area_code"
  case area, year, outcome, measured
  case measuredUnit = "measured_unit"
  case comparison, required
  case requiredUnit = "required_unit"
  case shortfall
  case shortfallUnit = "shortfall_unit"
  case openYears = "open_years"
  case changes, awaited
  case holdingBack = "holding_back"
  case sources

  /// Whether the columns of facts tell it, without an outcome being made.
  var isBrief: Bool {
    switch self {
    case .target, .stage, .item, .severity, .areaCode, .area, .year, .outcome, .measured, .measuredUnit, .comparison, .required,
      .requiredUnit:
      true
    case .shortfall, .shortfallUnit, .openYears, .changes, .awaited, .holdingBack, .sources: false
    }
  }
}

/// The CSV report written target by target, for more outcomes than should be held at once: of some verdicts only, with some of
/// the columns, for several years.
///
/// Rows come in the order of the rulebook, then of the areas file, then of the years. Where every column that is wanted can be
/// told from the columns of facts, a row is put together from pieces that were written before: no string is made for it but for
/// the rare figure that does not fit into a word.
package struct CSVListing: Sendable {
  private let names: RecordNames
  private let columns: [CSVColumn]
  private let isListed: [Bool]
  private let isBrief: Bool
  /// The cells of targets, four each, and those of areas, two each.
  private let targets: CellPool
  private let areas: CellPool
  private let verdictCells: CellPool

  /// - Parameter input: of which the outcomes are not asked.
  package init(_ input: ReportInput, columns: [CSVColumn], verdicts: Set<Verdict>) {
    let names = RecordNames(input)
    self.names = names
    self.columns = columns
    isListed = Verdict.allCases.map { verdicts.contains($0) }
    isBrief = columns.allSatisfy { $0.isBrief }
    var targets = CellPool()
    for target in names.rulebook.targets {
      targets.add(target.name)
      targets.add(target.stage?.identifier ?? "")
      targets.add(target.item.map { names.rulebook.items[$0].code } ?? "")
      targets.add(target.severity.identifier)
    }
    self.targets = targets
    var areas = CellPool()
    for area in names.areas {
      areas.add(area.code)
      areas.add(area.name)
    }
    self.areas = areas
    var pool = CellPool()
    for verdict in Verdict.allCases { pool.add(verdict.identifier) }
    verdictCells = pool
  }

  package var head: [UInt8] {
    var writer = CSVWriter()
    writer.row(columns.map { $0.rawValue })
    return writer.bytes
  }

  /// The rows of a target.
  package func rows(_ verdicts: TargetVerdicts, _ judge: ColumnJudge) -> [UInt8] {
    let listed = verdicts.listed(isListed)
    if listed.isEmpty { return [] }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(listed.count * 48)
    var units = UnitCell()
    let all = Verdict.allCases
    let yearCount = verdicts.years.count
    var sources = [BriefSource?](repeating: nil, count: yearCount)
    for place in listed {
      let (areaPlace, column) = place.quotientAndRemainder(dividingBy: yearCount)
      let area = verdicts.areas[areaPlace]
      let code = verdicts.code(areaPlace, column)
      let year = FiscalYear(verdicts.years.lowerBound + Int32(truncatingIfNeeded: column))
      if isBrief, sources[column] == nil { sources[column] = judge.briefSource(verdicts.target, year) }
      if let source = sources[column], let brief = judge.brief(source, area: area, verdict: all[code]) {
        append(brief, verdicts.target, area, year, code, &units, to: &bytes)
      } else {
        if let outcome = judge.outcome(target: verdicts.target, area: area, year: year) { append(outcome, to: &bytes) }
      }
    }
    return bytes
  }

  /// The whole way, for columns that need the whole outcome.
  private func append(_ outcome: Outcome, to bytes: inout [UInt8]) {
    let cells = CSVReport.cells(of: outcome, names)
    for (position, column) in columns.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      switch column {
      case .target: targets.append(4 * outcome.target, to: &bytes)
      case .stage: targets.append(4 * outcome.target + 1, to: &bytes)
      case .item: targets.append(4 * outcome.target + 2, to: &bytes)
      case .severity: targets.append(4 * outcome.target + 3, to: &bytes)
      case .areaCode: areas.append(2 * outcome.area, to: &bytes)
      case .area: areas.append(2 * outcome.area + 1, to: &bytes)
      default:
        guard let place = CSVColumn.allCases.firstIndex(of: column) else { continue }
        bytes += CSVWriter.joined([cells[place - 6]])
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private func append(
    _ brief: BriefOutcome, _ target: Int, _ area: Int, _ year: FiscalYear, _ verdict: Int, _ units: inout UnitCell,
    to bytes: inout [UInt8]
  ) {
    for (position, column) in columns.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      switch column {
      case .target: targets.append(4 * target, to: &bytes)
      case .stage: targets.append(4 * target + 1, to: &bytes)
      case .item: targets.append(4 * target + 2, to: &bytes)
      case .severity: targets.append(4 * target + 3, to: &bytes)
      case .areaCode: areas.append(2 * area, to: &bytes)
      case .area: areas.append(2 * area + 1, to: &bytes)
      case .year: DecimalText.append(Int64(year.number), to: &bytes)
      case .outcome: verdictCells.append(verdict, to: &bytes)
      case .measured: append(brief.measured, brief.dimension, to: &bytes)
      case .measuredUnit: if brief.measured != nil { bytes += units.unit(brief.dimension, names) }
      case .comparison: if let relation = brief.relation { bytes += Array(relation.identifier.utf8) }
      case .required: append(brief.required, brief.dimension, to: &bytes)
      case .requiredUnit: if brief.required != nil { bytes += units.unit(brief.dimension, names) }
      case .shortfall, .shortfallUnit, .openYears, .changes, .awaited, .holdingBack, .sources: break
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private func append(_ figure: BriefFigure?, _ dimension: Dimension, to bytes: inout [UInt8]) {
    guard let figure else { return }
    let factor: Int64? =
      switch dimension {
      case .plain, .counted, .rate, .areas, .days, .text: 1
      case .ratio, .points: 100
      case .ladder, .yesOrNo, .date, .choice: nil
      }
    if let factor, DecimalText.append(figure.numerator, over: figure.denominator, times: factor, to: &bytes) { return }
    if let value = Rational(figure.numerator).divided(by: Rational(figure.denominator)) {
      bytes += CSVWriter.joined([names.figure(Quantity(value, dimension)).value])
    }
  }
}

/// Cells as they are written, one after the other in one block.
struct CellPool: Sendable {
  private var cells = CSVWriter(isContinued: true)
  private var ends: [Int] = [0]

  mutating func add(_ text: String) {
    cells.append(text)
    ends.append(cells.bytes.count)
  }

  func append(_ position: Int, to other: inout [UInt8]) {
    let (start, end) = (ends[position], ends[position + 1])
    cells.bytes.withUnsafeBufferPointer { other.append(contentsOf: UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }
}

/// The unit that was written last.
private struct UnitCell {
  private var latest: (dimension: Dimension, text: [UInt8])?

  /// The unit of a dimension, as it is written: that of the rows of one target is mostly the same.
  mutating func unit(_ dimension: Dimension, _ names: RecordNames) -> [UInt8] {
    if let latest, latest.dimension == dimension { return latest.text }
    let text = CSVWriter.joined([names.figure(Quantity(.zero, dimension)).unit ?? ""])
    latest = (dimension, text)
    return text
  }
}

/// Exact decimals without strings.
enum DecimalText {
  /// Appends a fraction as `exactText` writes it: with as few decimals as it needs, or rounded to six. False, with nothing
  /// appended, where the numbers are too large for a word.
  static func append(_ numerator: Int64, over denominator: Int64, times factor: Int64, to bytes: inout [UInt8]) -> Bool {
    let (top, overflowed) = numerator.multipliedReportingOverflow(by: factor)
    if overflowed || denominator <= 0 || top == .min { return false }
    let (quotient, remainder) = abs(top).quotientAndRemainder(dividingBy: denominator)
    if remainder == 0 {
      if top < 0 { bytes.append(UInt8(ascii: "-")) }
      append(quotient, to: &bytes)
      return true
    }
    let (scaled, overflows) = remainder.multipliedReportingOverflow(by: 1_000_000)
    if overflows { return false }
    var (decimals, rest) = scaled.quotientAndRemainder(dividingBy: denominator)
    var whole = quotient
    let isExact = rest == 0
    if !isExact, rest >= denominator - rest {
      decimals += 1
      if decimals == 1_000_000 { (whole, decimals) = (whole + 1, 0) }
    }
    rest = decimals
    // What rounds to zero is written without a sign.
    if top < 0, whole != 0 || decimals != 0 { bytes.append(UInt8(ascii: "-")) }
    append(whole, to: &bytes)
    bytes.append(UInt8(ascii: "."))
    var place: Int64 = 100_000
    while place > 0, !isExact || rest > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / place))
      rest %= place
      place /= 10
    }
    return true
  }

  /// Appends a number that is not negative.
  static func append(_ number: Int64, to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var first = digits.count
      var rest = number
      repeat {
        first -= 1
        digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[first...]))
    }
  }
}
