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
  /// By target, by area: their own cells.
  private let targets: [[[UInt8]]]
  private let areas: [[[UInt8]]]

  /// - Parameter input: of which the outcomes are not asked.
  package init(_ input: ReportInput, columns: [CSVColumn], verdicts: Set<Verdict>) {
    let names = RecordNames(input)
    self.names = names
    self.columns = columns
    isListed = Verdict.allCases.map { verdicts.contains($0) }
    isBrief = columns.allSatisfy { $0.isBrief }
    targets = names.rulebook.targets.map { target in
      [
        target.name, target.stage?.identifier ?? "", target.item.map { names.rulebook.items[$0].code } ?? "",
        target.severity.identifier,
      ].map { CSVWriter.joined([$0]) }
    }
    areas = names.areas.map { [CSVWriter.joined([$0.code]), CSVWriter.joined([$0.name])] }
  }

  package var head: [UInt8] {
    var writer = CSVWriter()
    writer.row(columns.map { $0.rawValue })
    return writer.bytes
  }

  /// The rows of a target.
  package func rows(_ verdicts: TargetVerdicts, _ judge: ColumnJudge) -> [UInt8] {
    var bytes: [UInt8] = []
    var units = UnitTexts()
    let years = verdicts.years.map { (FiscalYear($0), Array(String($0).utf8)) }
    let briefs = isBrief ? judge.briefs(verdicts.target, verdicts.years) : []
    let all = Verdict.allCases
    let words = all.map { Array($0.identifier.utf8) }
    for (place, area) in verdicts.areas.enumerated() {
      for (column, (year, yearText)) in years.enumerated() {
        let code = verdicts.code(place, column)
        if !isListed[code] { continue }
        if isBrief, let brief = judge.brief(briefs[column], area: area, verdict: all[code]) {
          append(brief, verdicts.target, area, yearText, words[code], &units, to: &bytes)
        } else if let outcome = judge.outcome(target: verdicts.target, area: area, year: year) {
          append(outcome, to: &bytes)
        }
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
      case .target: bytes += targets[outcome.target][0]
      case .stage: bytes += targets[outcome.target][1]
      case .item: bytes += targets[outcome.target][2]
      case .severity: bytes += targets[outcome.target][3]
      case .areaCode: bytes += areas[outcome.area][0]
      case .area: bytes += areas[outcome.area][1]
      default:
        guard let place = CSVColumn.allCases.firstIndex(of: column) else { continue }
        bytes += CSVWriter.joined([cells[place - 6]])
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private func append(
    _ brief: BriefOutcome, _ target: Int, _ area: Int, _ year: [UInt8], _ verdict: [UInt8], _ units: inout UnitTexts,
    to bytes: inout [UInt8]
  ) {
    for (position, column) in columns.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      switch column {
      case .target: bytes += targets[target][0]
      case .stage: bytes += targets[target][1]
      case .item: bytes += targets[target][2]
      case .severity: bytes += targets[target][3]
      case .areaCode: bytes += areas[area][0]
      case .area: bytes += areas[area][1]
      case .year: bytes += year
      case .outcome: bytes += verdict
      case .measured: append(brief.measured, brief.dimension, to: &bytes)
      case .measuredUnit: if brief.measured != nil { bytes += units.text(brief.dimension, names) }
      case .comparison: if let relation = brief.relation { bytes += Array(relation.identifier.utf8) }
      case .required: append(brief.required, brief.dimension, to: &bytes)
      case .requiredUnit: if brief.required != nil { bytes += units.text(brief.dimension, names) }
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

/// The units of dimensions, as they are written: of the rows of one target there is mostly one.
private struct UnitTexts {
  private var known: [Dimension: [UInt8]] = [:]
  private var latest: (dimension: Dimension, text: [UInt8])?

  mutating func text(_ dimension: Dimension, _ names: RecordNames) -> [UInt8] {
    if let latest, latest.dimension == dimension { return latest.text }
    let text = known[dimension] ?? CSVWriter.joined([names.figure(Quantity(.zero, dimension)).unit ?? ""])
    known[dimension] = text
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
    if number >= 10 { append(number / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}
