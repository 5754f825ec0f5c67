import Diagnostics
import Evaluation
import Facts
import Quantities
import Reports
import RuleLanguage
import Rulebook

extension Request {
  /// Whether the outcomes are written while they are judged, and never held.
  public var isStreamed: Bool { format == .csv || format == .json }

  /// Whether a list of outcomes is asked for: of several years, of some verdicts, or with some columns. The report on one year
  /// tells of gaps over the years what no list can.
  var isList: Bool { format == .csv && (isSeveralYears || !listed.isEmpty || !columns.isEmpty || countsTotals) }

  var isSeveralYears: Bool { year.map { $0 == "all" || Work.span($0) != nil } ?? false }
}

/// Outcomes listed as CSV, of any number of areas and years.
extension Work {
  /// The years to list: `2014..2023`, `all` that the data speak of, or one.
  mutating func chooseYears(for rulebook: Rulebook, in facts: Facts) -> ClosedRange<Int32>? {
    guard request.isSeveralYears, let written = request.year else {
      return chooseYear(for: rulebook, in: facts).map { $0.number...$0.number }
    }
    if !request.settings.isEmpty {
      report(
        .unknownChoice, at: .file("--set"), Wording("--set replaces a value in one year", "--set は一つの年度の値を替えるものです"),
        mend: Wording("name one year with --year", "--year で年度を一つ指定してください"))
      return nil
    }
    if written == "all" { return facts.years }
    if let span = Work.span(written), span.lowerBound <= span.upperBound, span.upperBound - span.lowerBound <= 200 {
      return span.lowerBound...span.upperBound
    }
    report(
      .unknownChoice, at: .file("--year"), Wording("「\(written)」 are no fiscal years", "「\(written)」は年度の範囲ではありません"),
      mend: Wording("write them like 2014..2023 or R1..R5", "2014..2023、R1..R5 のように書いてください"))
    return nil
  }

  static func span(_ written: String) -> (lowerBound: Int32, upperBound: Int32)? {
    let bytes = Array(written.utf8)
    guard bytes.count > 3 else { return nil }
    for place in 1..<bytes.count - 2 where bytes[place] == UInt8(ascii: ".") && bytes[place + 1] == UInt8(ascii: ".") {
      guard let first = FiscalYear(spelled: String(decoding: bytes[..<place], as: UTF8.self)),
        let last = FiscalYear(spelled: String(decoding: bytes[(place + 2)...], as: UTF8.self))
      else { return nil }
      return (first.number, last.number)
    }
    return nil
  }

  /// The outcomes and columns that are asked for.
  private mutating func chooseListing() -> (columns: [CSVColumn], verdicts: Set<Verdict>)? {
    var columns: [CSVColumn] = []
    for name in request.columns {
      guard let column = CSVColumn(rawValue: name) else {
        reportUnknown(name, option: "--columns", among: CSVColumn.allCases.map { $0.rawValue })
        return nil
      }
      columns.append(column)
    }
    var verdicts: Set<Verdict> = []
    for name in request.listed {
      guard let verdict = Verdict.allCases.first(where: { $0.identifier == name }) else {
        reportUnknown(name, option: "--only", among: Verdict.allCases.map { $0.identifier })
        return nil
      }
      verdicts.insert(verdict)
    }
    return (columns.isEmpty ? CSVColumn.allCases : columns, verdicts.isEmpty ? Set(Verdict.allCases) : verdicts)
  }

  private mutating func reportUnknown(_ name: String, option: String, among names: [String]) {
    let all = names.joined(separator: ", ")
    report(
      .unknownChoice, at: .file(option), Wording("there is no 「\(name)」 to list", "「\(name)」は一覧にありません"),
      mend: Wording("choose from \(all)", "\(all) から選んでください"))
  }

  /// Judges and writes; nothing, with the reason said, where that cannot be done.
  mutating func list(_ rulebook: Rulebook, _ facts: Facts, _ years: ClosedRange<Int32>) -> Response? {
    guard let (columns, verdicts) = chooseListing(),
      let evaluator = evaluator(rulebook, facts, FiscalYear(years.upperBound))
    else { return nil }
    let input = reportInput(
      rulebook, facts, Judgement(year: FiscalYear(years.upperBound), outcomes: [], silentAreas: []), area: nil)
    let listing = CSVListing(input, columns: columns, verdicts: verdicts)
    let output = Stream(request)
    output.write(listing.head)
    var totals = TotalsTable(rulebook)
    let progress = request.progress
    let count = rulebook.targets.count
    let outcomes = rulebook.targets.count * facts.areas.count * years.count
    evaluator.judge(
      years, lanes: lanes(judging: outcomes, isWorth: 50_000), make: { ($0.target, $0.counts, listing.rows($0, $1)) }
    ) {
      target, counts, rows in
      totals.add(target, counts)
      output.write(rows)
      progress?(.judging(done: target + 1, of: count))
    }
    let isOpen = totals.count(of: .missed) + totals.count(of: .notReported) > 0
    return Response(output: output.held, remarks: remarks(), status: isOpen || hasErrors ? .open : .met, totals: totals.bytes)
  }
}
