import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// A small table of counts: a head, and rows whose first cell is their name.
struct SummaryGrid {
  enum Kind {
    /// Counts: every cell but the first is a number.
    case stages, items, targets
    /// Counts of gaps over the years.
    case circle
    /// Lines about single outcomes or areas.
    case records
  }

  let kind: Kind
  let title: String
  let note: String?
  let head: [String]
  let rows: [[String]]
}

extension OutcomeIndex {
  /// How often each verdict was given.
  func verdictCounts() -> [(verdict: Verdict, count: Int)] {
    let sums = sum(counts.indices)
    return Verdict.allCases.map { ($0, sums[$0.rank]) }
  }

  func summaryGrids() -> [SummaryGrid] {
    let verdicts = verdictCounts().filter { $0.count > 0 }.map { $0.verdict }
    let targets = counts.indices.filter { !byTarget[$0].isEmpty }
    if targets.isEmpty { return [] }
    let stages = (Stage.allCases.map { Optional($0) } + [nil]).filter { stage in
      targets.contains { rulebook.targets[$0].stage == stage }
    }
    return [stageGrid(targets, stages, verdicts), itemGrid(targets, stages), targetGrid(targets, verdicts)].compactMap { $0 }
      + progressGrids() + scoreGrids() + circleGrids()
  }

  private func sum(_ targets: some Sequence<Int>) -> [Int] {
    var sums = [Int](repeating: 0, count: Verdict.allCases.count)
    for target in targets { for rank in sums.indices { sums[rank] += counts[target][rank] } }
    return sums
  }

  private func row(_ name: String, _ targets: [Int], _ verdicts: [Verdict]) -> [String] {
    let sums = sum(targets)
    return [name] + verdicts.map { sums[$0.rank] == 0 ? "-" : phrasing.number(Rational(Int64(sums[$0.rank]))) }
  }

  func word(_ verdict: Verdict) -> String { verdict.wording.text(in: input.language) }

  func stageName(_ stage: Stage?) -> String {
    stage?.wording.text(in: input.language) ?? phrasing.say("no stage", "段階なし")
  }

  /// Stage × outcome.
  private func stageGrid(_ targets: [Int], _ stages: [Stage?], _ verdicts: [Verdict]) -> SummaryGrid {
    var rows = stages.map { stage in row(stageName(stage), targets.filter { rulebook.targets[$0].stage == stage }, verdicts) }
    rows.append(row(phrasing.say("all", "計"), targets, verdicts))
    return SummaryGrid(
      kind: .stages, title: phrasing.say("By stage", "段階別の件数"), note: nil,
      head: [phrasing.say("stage", "段階")] + verdicts.map { word($0) },
      rows: rows)
  }

  /// Item × stage: how many of the judged outcomes are met.
  private func itemGrid(_ targets: [Int], _ stages: [Stage?]) -> SummaryGrid? {
    let items = (rulebook.items.indices.map { Optional($0) } + [nil]).filter { item in
      targets.contains { rulebook.targets[$0].item == item }
    }
    if items == [nil] { return nil }
    let rows = items.map { item in
      [item.map { itemName($0) } ?? phrasing.say("no item", "項目なし")]
        + stages.map { stage in
          let sums = sum(targets.filter { rulebook.targets[$0].item == item && rulebook.targets[$0].stage == stage })
          let judged = sums[Verdict.met.rank] + sums[Verdict.missed.rank] + sums[Verdict.notReported.rank]
          return judged == 0 ? "-" : String(sums[Verdict.met.rank]) + "/" + String(judged)
        }
    }
    return SummaryGrid(
      kind: .items, title: phrasing.say("By item and stage", "項目と段階ごとの達成数"),
      note: phrasing.say(" (met / met, missed and not reported)", "（達成数／達成・未達成・未報告の計）"),
      head: [phrasing.say("item", "項目")] + stages.map { stageName($0) }, rows: rows)
  }

  func itemName(_ item: Int) -> String {
    let title = rulebook.items[item].title
    return rulebook.items[item].code + (title.isEmpty ? "" : " " + title)
  }

  private func targetGrid(_ targets: [Int], _ verdicts: [Verdict]) -> SummaryGrid {
    let rows = targets.map { row(phrasing.name(of: rulebook.targets[$0]), [$0], verdicts) }
    return SummaryGrid(
      kind: .targets, title: phrasing.say("By target", "目標ごとの件数"), note: nil,
      head: [phrasing.say("target", "目標")] + verdicts.map { word($0) }, rows: rows)
  }
}
