import Diagnostics
import Quantities
import RuleLanguage

// Units of counting: the common ones are known, all others are declared.

extension Checker {
  func checkUnits() {
    for unit in Vocabulary.commonUnits { units[FoldedName(unit)] = unit }
    for (spelling, unit) in Vocabulary.commonUnitSpellings where isASCII(spelling) { units[FoldedName(spelling)] = unit }
    for unit in declared.units {
      let name = units[FoldedName(unit.name.text)] ?? unit.name.text
      for word in [unit.name] + unit.others where units[FoldedName(word.text)] == nil {
        units[FoldedName(word.text)] = name
      }
    }
    // What is counted may be areas.
    for level in rulebook.program.levels {
      for word in level.words where units[FoldedName(word)] == nil {
        units[FoldedName(word)] = level.word(in: .japanese)
      }
    }
  }

  private func isASCII(_ word: String) -> Bool { word.utf8.allSatisfy { $0 < 0x80 } }

  /// The declared spelling of a unit.
  func unit(_ word: String, at place: Place) -> String? {
    if let unit = units[FoldedName(word)] { return unit }
    let known = Vocabulary.commonUnits + declared.units.map { $0.name.text }
    findings.error(
      .unknownUnit, at: place.span,
      Wording("unit 「\(word)」 is not declared", "単位「\(word)」は宣言されていません"),
      reason: Wording("figures are compared only in units that are known to be the same", "同じ単位とわかる値どうしだけを比べます"),
      mend: suggestion(for: word, among: known) ?? Wording("declare it: unit \(word)", "「単位 \(word)」と宣言してください"))
    return nil
  }

  /// Whether two dimensions measure alike: a level's word may also be a counting unit, and days are counted in 日.
  func alike(_ first: Dimension, _ second: Dimension) -> Bool {
    if first == second { return true }
    switch (first, second) {
    case (.areas(let level), .counted(let unit)), (.counted(let unit), .areas(let level)):
      return rulebook.program.levels[level].words.contains { FoldedName($0) == FoldedName(unit) }
    case (.days, .counted(let unit)), (.counted(let unit), .days): return unit == "日"
    default: return false
    }
  }
}
