import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// One row an outcome, for spreadsheets and statistics.
///
/// The file begins with a byte order mark, for without it Excel in Japan takes UTF-8 for CP932; every reader that knows CSV from
/// Excel leaves it out again, as this program's own does. Lines end in LF. Figures are exact decimals without separators.
package struct CSVReport: Sendable {
  private let names: RecordNames
  /// The cells of each target and of each area.
  private let targets: [[UInt8]]
  private let areas: [[UInt8]]
  private let answers: [[Int]]

  /// - Parameter input: of which the outcomes are not asked.
  package init(_ input: ReportInput) {
    let names = RecordNames(input)
    self.names = names
    targets = names.rulebook.targets.map { target in
      CSVWriter.joined([
        target.name, target.stage?.identifier ?? "", target.item.map { names.rulebook.items[$0].code } ?? "",
        target.severity.identifier,
      ])
    }
    areas = names.areas.map { CSVWriter.joined([$0.code, $0.name]) }
    answers = GapAnswers(names.rulebook).answers
  }

  /// The whole report on outcomes that are held.
  package static func render(_ input: ReportInput) -> [UInt8] {
    let report = CSVReport(input)
    let index = OutcomeIndex(input)
    return report.head + report.rows(index.outcomes) { target, area in index.outcome(of: target, area: area)?.verdict }
  }

  package var head: [UInt8] {
    var writer = CSVWriter()
    writer.row(CSVReport.columns)
    return writer.bytes
  }

  /// A row an outcome.
  /// - Parameter verdict: how a target stands at an area; nothing where it does not judge it.
  package func rows(_ outcomes: [Outcome], _ verdict: (_ target: Int, _ area: Int) -> Verdict?) -> [UInt8] {
    var writer = CSVWriter(isContinued: true)
    for outcome in outcomes {
      let thread = GapThread(outcome.standing, answers: answers[outcome.target], areas: names.areas, verdict: verdict)
      writer.row(
        after: targets[outcome.target] + [UInt8(ascii: ",")] + areas[outcome.area],
        CSVReport.cells(of: outcome, names) + CSVReport.scores(of: outcome, names) + CSVReport.circle(thread, names)
          + [outcome.inapplicability?.identifier ?? ""])
    }
    return writer.bytes
  }

  private static let columns = [
    "target", "stage", "item", "severity", "area_code", "area", "year", "outcome", "measured", "measured_unit", "comparison",
    "required", "required_unit", "shortfall", "shortfall_unit", "open_years", "changes", "awaited", "holding_back", "sources",
    "points", "points_possible", "grade", "achievement", "remaining", "missed_years", "answered_by", "reason",
  ]

  private static func scores(of outcome: Outcome, _ names: RecordNames) -> [String] {
    let bands = names.rulebook.targets[outcome.target].grade?.bands
    return [
      outcome.points?.earned?.exactText ?? "", outcome.points?.possible.exactText ?? "",
      outcome.grade.flatMap { bands?[$0].name } ?? "",
      outcome.achievement?.share.map { ($0 * Rational(100)).exactText } ?? "",
      outcome.remaining.map { names.difference($0).value } ?? "",
    ]
  }

  /// The years of the gap that is open or was closed this year, and the targets that answer it with their outcomes.
  private static func circle(_ thread: GapThread?, _ names: RecordNames) -> [String] {
    guard let thread else { return ["", ""] }
    return [
      thread.gap.years.map { String($0.number) }.joined(separator: "; "),
      thread.answers.map { answer in
        names.rulebook.targets[answer.target].name + (answer.verdict.map { ": " + $0.identifier } ?? "")
      }.joined(separator: "; "),
    ]
  }

  /// The cells after those of the target and of the area.
  static func cells(of outcome: Outcome, _ names: RecordNames) -> [String] {
    let measured = outcome.measured.map { names.figure($0) }
    let required = outcome.required.map { names.figure($0.quantity) }
    let shortfall = outcome.shortfall.map { names.difference($0) }
    return [
      String(outcome.year.number), outcome.verdict.identifier,
      measured?.value ?? "", measured?.unit ?? "", outcome.required?.relation.identifier ?? "", required?.value ?? "",
      required?.unit ?? "", shortfall?.value ?? "", shortfall?.unit ?? "", String(outcome.openYears),
      outcome.changes.map { names.change($0) }.joined(separator: "; "),
      outcome.awaited.map { names.figureName($0) }.joined(separator: "; "),
      outcome.holdingBack.map { names.areaName($0) }.joined(separator: "; "),
      names.places(outcome.figures).map { names.place($0) }.joined(separator: "; "),
    ]
  }
}

/// Writes CSV as RFC 4180 quotes it, and so that no spreadsheet takes a text for a formula.
package struct CSVWriter {
  package private(set) var bytes: [UInt8]

  /// - Parameter isContinued: whether the rows follow others, so that no byte order mark stands before them.
  package init(isContinued: Bool = false) { bytes = isContinued ? [] : [0xEF, 0xBB, 0xBF] }

  package mutating func row(_ cells: [String]) {
    for (position, cell) in cells.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// A row that ends with numbers.
  mutating func row(_ cells: [String], _ numbers: [Int]) {
    for cell in cells {
      append(cell)
      bytes.append(UInt8(ascii: ","))
    }
    for (position, number) in numbers.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      DecimalText.append(Int64(number), to: &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// A row whose first cells are written already.
  mutating func row(after written: [UInt8], _ cells: [String]) {
    bytes.append(contentsOf: written)
    bytes.append(UInt8(ascii: ","))
    row(cells)
  }

  /// Cells as they stand in a row, without its end.
  static func joined(_ cells: [String]) -> [UInt8] {
    var writer = CSVWriter(isContinued: true)
    writer.row(cells)
    return writer.bytes.dropLast()
  }

  /// A cell without what stands between it and others.
  mutating func append(_ cell: String) {
    if CSVWriter.isPlain(cell) { return bytes.append(contentsOf: cell.utf8) }
    let shown = CSVWriter.writingOutControls(cell)
    let guarded = CSVWriter.couldBeFormula(shown) ? "'" + shown : shown
    var needsQuotes = false
    for byte in guarded.utf8 where byte < 0x2D {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "\""), 0x09, 0x0A, 0x0D: needsQuotes = true
      default: break
      }
    }
    guard needsQuotes else { return bytes.append(contentsOf: guarded.utf8) }
    bytes.append(UInt8(ascii: "\""))
    for byte in guarded.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a cell is a code, a number or a word of ASCII, in which nothing needs a closer look.
  private static func isPlain(_ cell: String) -> Bool {
    cell.utf8.withContiguousStorageIfAvailable { bytes in
      for byte in bytes where byte < 0x2E || byte > 0x7A || byte == 0x3D || byte == 0x40 { return false }
      return true
    } ?? false
  }

  /// Control characters and marks of direction are written out; a line break or a tab stays, quoted.
  private static func writingOutControls(_ cell: String) -> String {
    if !SafeText.mayHoldHazards(cell) { return cell }
    var result = ""
    for scalar in cell.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: result.unicodeScalars.append(scalar)
      default: SafeText.append(scalar, to: &result)
      }
    }
    return result
  }

  /// Whether a spreadsheet could compute what it reads: everything that begins with `= + - @`, their full-width twins, a tab or
  /// a line break, except a plain negative number.
  private static func couldBeFormula(_ cell: String) -> Bool {
    guard let first = cell.unicodeScalars.first else { return false }
    switch first.value {
    case 0x3D, 0x2B, 0x40, 0x09, 0x0A, 0x0D, 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20: return true
    case 0x2D: return !isNegativeNumber(cell)
    default: return false
    }
  }

  private static func isNegativeNumber(_ cell: String) -> Bool {
    let digits = cell.utf8.dropFirst()
    let points = digits.filter { $0 == UInt8(ascii: ".") }.count
    return !digits.isEmpty && points <= 1 && digits.first != UInt8(ascii: ".") && digits.last != UInt8(ascii: ".")
      && digits.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  }
}
