import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Reads bytes as a rulebook of one file: words, tree, meaning; and judges areas that reported nothing by it. Any bytes may
/// come; what is wrong with them is a remark with a place in them.
func readRules(_ bytes: [UInt8]) {
  var sources = SourceSet()
  let source = SourceText(path: "rulebook.pdca", bytes: bytes)
  let file = sources.add(source)
  let survey = RuleReader.survey(source, file: file)
  let parsed = RuleReader.parse(source, file: file, words: survey.words)
  let checked = check(parsed.file.declarations, sources: sources)
  for diagnostic in parsed.diagnostics + checked.diagnostics { demandPlace(diagnostic.location, in: bytes) }
  if !checked.hasErrors { judgeSilentAreas(by: checked.rulebook) }
}

/// One area of each level below the other, and a second one of the lowest.
private func judgeSilentAreas(by rulebook: Rulebook) {
  let levels = rulebook.program.levels.count
  guard levels > 0, levels < 100 else { return }
  var areas: [Area] = []
  for level in (0..<levels).reversed() {
    let above = areas.isEmpty ? nil : areas.count - 1
    areas.append(Area(code: String(areas.count), name: "area \(areas.count)", level: level, parent: above))
  }
  areas.append(Area(code: "twin", name: "twin", level: 0, parent: levels > 1 ? levels - 2 : nil))
  let facts = Facts(areas: AreaTable(areas), years: 2021...2023, indicatorCount: rulebook.indicators.count)
  let judgement = Evaluator(rulebook: rulebook, facts: facts).judge(FiscalYear(2023))
  for outcome in judgement.outcomes { precondition(outcome.area < areas.count, "an outcome for an area that there is not") }
}

private func demandPlace(_ location: Location, in bytes: [UInt8]) {
  guard case .rule(let span) = location else { return }
  precondition(span.file == 0, "a remark on another file")
  precondition(span.start >= 0 && span.start <= span.end && Int(span.end) <= bytes.count, "a remark outside the file")
}
