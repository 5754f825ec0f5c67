import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The first lines of every report: which programme, which year, how many of what.
struct ReportHead {
  let title: String
  /// Such as `24区・1市、目標60件　判定1,440件`.
  let scope: String
  let counts: [(verdict: Verdict, count: Int)]
  let diagnostics: String?
  let silentTitle: String
  let silent: [String]
}

/// How many targets an area misses.
struct AreaBurden {
  let area: String
  let missed: Int
  let mustMissed: Int
  let notReported: Int
}

extension OutcomeIndex {
  func head() -> ReportHead {
    let year = phrasing.year(input.judgement.year)
    let areas = Set(outcomes.map { $0.area })
    let levels = rulebook.program.levels.indices.compactMap { level -> String? in
      let count = areas.filter { self.level(ofArea: $0) == level }.count
      return count == 0 ? nil : phrasing.areas(count, ofLevel: level)
    }
    let targets = byTarget.filter { !$0.isEmpty }.count
    let judged = phrasing.number(Rational(Int64(outcomes.count)))
    let who = input.area.map { areaName($0) } ?? phrasing.list(levels)
    let silent = input.judgement.silentAreas.filter { input.area == nil || input.area == $0 }
    let lowest = rulebook.program.levels.first?.word(in: input.language, plural: silent.count != 1) ?? ""
    return ReportHead(
      title: phrasing.say(rulebook.program.title + ", " + year, rulebook.program.title + "　" + year + "の評価"),
      scope: phrasing.say(
        who + "; " + String(targets) + (targets == 1 ? " target" : " targets") + ", " + judged + " outcomes",
        who + "　目標" + String(targets) + "件　判定" + judged + "件"),
      counts: verdictCounts().filter { $0.count > 0 || [.met, .missed, .notReported].contains($0.verdict) },
      diagnostics: diagnosticsNote(),
      silentTitle: phrasing.say(
        String(silent.count) + " " + lowest + " submitted nothing",
        "何も提出していない" + lowest + "（" + String(silent.count) + lowest + "）"),
      silent: areaNames(silent))
  }

  private func diagnosticsNote() -> String? {
    let errors = input.diagnostics.filter { $0.severity == .error }.count
    let warnings = input.diagnostics.count - errors
    let parts = [
      errors == 0 ? nil : phrasing.say(String(errors) + (errors == 1 ? " error" : " errors"), "エラー" + String(errors) + "件"),
      warnings == 0
        ? nil : phrasing.say(String(warnings) + (warnings == 1 ? " warning" : " warnings"), "警告" + String(warnings) + "件"),
    ].compactMap { $0 }
    if parts.isEmpty { return nil }
    return phrasing.say("in the data and the rulebook: ", "データとルールの指摘: ") + phrasing.list(parts)
  }

  /// The areas that miss something, those with most first; areas with as many stay in the order of the areas file.
  func burdens() -> [AreaBurden] {
    let none = (missed: 0, must: 0, notReported: 0)
    var sums = [(missed: Int, must: Int, notReported: Int)](repeating: none, count: input.facts.areas.count)
    for outcome in outcomes {
      if outcome.verdict == .notReported { sums[outcome.area].notReported += 1 }
      if outcome.verdict == .missed {
        sums[outcome.area].missed += 1
        if rulebook.targets[outcome.target].severity == .must { sums[outcome.area].must += 1 }
      }
    }
    let areas = sums.indices.filter { sums[$0].missed > 0 }.sorted {
      (sums[$1].missed, sums[$1].must, $0) < (sums[$0].missed, sums[$0].must, $1)
    }
    return areas.map {
      AreaBurden(area: areaName($0), missed: sums[$0].missed, mustMissed: sums[$0].must, notReported: sums[$0].notReported)
    }
  }
}
