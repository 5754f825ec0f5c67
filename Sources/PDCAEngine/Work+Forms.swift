import Diagnostics
import Evaluation
import Facts
import Forms
import Inflation
import Quantities
import Rulebook
import Submissions
import Workbook

extension Work {
  /// What data says of earlier years; without data, nothing is known.
  mutating func readEarlierFacts(for rulebook: Rulebook, areas: AreaTable) -> Facts? {
    if !request.data.isEmpty { return readFacts(for: rulebook, areas: areas) }
    return SubmissionReader(rulebook: rulebook, areas: areas).read(including: request.year.flatMap { FiscalYear(spelled: $0) })
      .facts
  }

  /// The year that is asked for, or the one after the latest in the data.
  mutating func chooseFormYear() -> FiscalYear? {
    if let written = request.year {
      if let year = FiscalYear(spelled: written) { return year }
      report(
        .unknownChoice, at: .file("--year"), Wording("「\(written)」 is not a fiscal year", "「\(written)」は年度ではありません"),
        mend: Wording("write it like 2023, R5 or 令和5年度", "2023、R5、令和5年度 のように書いてください"))
      return nil
    }
    if let latestYear { return latestYear.advanced(by: 1) }
    report(
      .unknownChoice, at: .file("--year"), Wording("the year of the form is not known", "様式の年度が分かりません"),
      mend: Wording("name it: --year R6", "--year R6 のように指定してください"))
    return nil
  }

  /// The area that is asked for, or all of the lowest level.
  mutating func chooseFormAreas(in facts: Facts) -> [Int]? {
    if let written = request.area { return area(named: written, in: facts).map { [$0] } }
    return facts.areas.areas(ofLevel: 0)
  }

  /// A workbook an area, called by its name.
  mutating func forms(_ rulebook: Rulebook, _ facts: Facts, _ areas: [Int], _ year: FiscalYear) -> Response? {
    let evaluator = Evaluator(rulebook: rulebook, facts: facts)
    diagnostics += evaluator.diagnostics
    if evaluator.diagnostics.contains(where: { $0.severity == .error }) { return nil }
    var files: [OutputFile] = []
    for area in areas {
      let draft = FormWorkbook.draft(rulebook, facts: facts, evaluator: evaluator, area: area, year: year, language: language)
      let name = Work.fileName(
        facts.areas.areas[area],
        repeats: areas.contains { $0 != area && facts.areas.areas[$0].name == facts.areas.areas[area].name })
      do throws(Refusal) {
        let bytes = try WorkbookWriter.bytes(draft, file: name, deflate: Deflating.deflate)
        files.append(OutputFile(path: name, bytes: bytes))
      } catch {
        diagnostics.append(error.diagnostic)
        return nil
      }
    }
    return Response(output: [], remarks: remarks(), status: .met, files: files)
  }

  /// The area's name, without what a path may not hold; with its code where several areas bear the name.
  private static func fileName(_ area: Area, repeats: Bool) -> String {
    var name = ""
    for scalar in area.name.unicodeScalars {
      let isForbidden = scalar.value < 0x20 || scalar == "/" || scalar == "\\" || scalar == ":" || scalar == "\0"
      name.unicodeScalars.append(isForbidden ? "_" : scalar)
    }
    if name.isEmpty || name.utf8.first == UInt8(ascii: ".") { name = "_" + name }
    return (repeats ? name + "-" + area.code.filter { $0.isLetter || $0.isNumber } : name) + ".xlsx"
  }
}
