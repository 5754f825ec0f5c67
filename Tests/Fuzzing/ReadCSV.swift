import Diagnostics
import Facts
import Quantities
import RuleLanguage
import Rulebook
import Submissions

/// Reads bytes as a delimited file: encoding, rows, fields; then as the areas and as a submission of a small rulebook. Any
/// bytes may come.
func readCSV(_ bytes: [UInt8]) {
  let text = DecodedText(decoding: bytes)
  precondition(String(validating: text.bytes, as: UTF8.self) != nil, "decoded to something that is no UTF-8")
  precondition(text.faults.count <= text.faultCount, "more faults are kept than there are")
  readRows(text)
  _ = AreasReader.read(path: "areas.csv", bytes: bytes, levels: smallRulebook.program.levels)
  var reader = SubmissionReader(rulebook: smallRulebook, areas: smallAreas)
  reader.add(path: "data.csv", bytes: bytes)
  let reading = reader.read(including: FiscalYear(2023))
  for diagnostic in reading.diagnostics {
    guard case .cell(let place) = diagnostic.location, case .field(let line, let column) = place.position else { continue }
    precondition(line >= 1 && column >= 1, "a remark on a cell before the first")
  }
}

private func readRows(_ text: DecodedText) {
  var rows = DelimitedText(text.bytes, file: "data.csv")
  var fields: [Field] = []
  var lastLine = 0
  while rows.nextRow(into: &fields) {
    precondition(rows.rowLine > lastLine, "rows do not go forward")
    lastLine = rows.rowLine
    for field in fields {
      precondition(field.start >= 0 && field.start <= field.end && field.end <= text.bytes.count, "a field outside the file")
      _ = rows.text(of: field)
    }
  }
}

private let smallAreas = AreaTable([
  Area(code: "271004", name: "大阪市", level: 1, parent: nil), Area(code: "271276", name: "北区", level: 0, parent: 0),
  Area(code: "271284", name: "中央区", level: 0, parent: 0),
])

/// An indicator of each kind that a cell is read as.
private let smallRulebook: Rulebook = {
  let source = SourceText(
    path: "rulebook.pdca",
    bytes: Array(
      """
      事業 "試し"
        階層 区（ward, wards） < 市（city, cities）
      回答区分「実施状況」（低い順）
        「未着手」 記入例 "×"
        「準備・調整中」 記入例 "△"
        「実施している」 記入例 "○"
      項目 イ "一"
      指標 イ-1「協議回数」（[meetings]）
        回答形式 回数（回）
        範囲 0回から366回まで
      指標 イ-2「実施率」
        回答形式 割合（%、小数第1位）
      指標 イ-3「状況」
        回答形式 区分「実施状況」
      指標 イ-4「策定日」
        回答形式 日付
      指標 イ-5「有無」
        回答形式 はい・いいえ
      指標 イ-6「改善策」
        回答形式 文章
      指標 イ-7「金額」
        回答形式 金額（円）
      """.utf8))
  var sources = SourceSet()
  let file = sources.add(source)
  let words = RuleReader.survey(source, file: file).words
  let parsed = RuleReader.parse(source, file: file, words: words)
  let checked = check(parsed.file.declarations, sources: sources)
  precondition(parsed.diagnostics.isEmpty && !checked.hasErrors, "the small rulebook has a fault")
  precondition(checked.rulebook.indicators.count == 7, "the small rulebook has lost an indicator")
  return checked.rulebook
}()
