import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// A rulebook written as text, and figures of its areas, judged.
struct RuleText {
  let rulebook: Rulebook
  let diagnostics: [Diagnostic]
  var facts: Facts

  /// Wards 0… below one city, which stands last.
  init(_ text: String, wards: Int = 1, years: ClosedRange<Int32> = 2020...2030) {
    var loader = RulebookLoader(read: { $0 == "rulebook.pdca" ? Array(text.utf8) : nil }, shown: { $0 })
    let loaded = loader.load("rulebook.pdca")
    let checked = check(loaded?.declarations ?? [], sources: loaded?.sources ?? SourceSet(), after: loaded?.diagnostics ?? [])
    rulebook = checked.rulebook
    diagnostics = (loaded?.diagnostics ?? []) + checked.diagnostics
    var areas = (0..<wards).map { Area(code: "w\($0)", name: "区\($0)", level: 0, parent: wards) }
    areas.append(Area(code: "c", name: "市", level: 1, parent: nil))
    facts = Facts(areas: AreaTable(areas), years: years, indicatorCount: rulebook.indicators.count)
  }

  var errors: [String] {
    diagnostics.filter { $0.severity == .error }.map { $0.code.name + " " + $0.message.english }
  }

  /// Stored figures of the wards in order; nothing is not reported.
  mutating func give(_ year: Int32, _ values: Int64?..., of indicator: Int = 0) {
    for (area, value) in values.enumerated() {
      guard let value else { continue }
      facts.set(FigureKey(indicator: indicator, area: area, year: FiscalYear(year)), .given, stored: value)
    }
  }

  func outcome(area: Int = 0, _ year: Int32, of target: Int = 0) -> Outcome? {
    Evaluator(rulebook: rulebook, facts: facts).outcome(target: target, area: area, year: FiscalYear(year))
  }

  /// The place of the city among the areas.
  var city: Int { facts.areas.areas.count - 1 }

  func verdict(area: Int = 0, _ year: Int32) -> Verdict? { outcome(area: area, year)?.verdict }
}
