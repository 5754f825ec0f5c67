import Diagnostics
import Facts
import Quantities
import RuleLanguage
import Rulebook

extension Judging {
  /// Ranks that no area takes part in, where what asks for them is not applicable everywhere; and those in which every area has
  /// only itself beside it, where it is always met.
  func ranksOfNobody(in year: FiscalYear) -> [Diagnostic] {
    var ranks: [Int] = []
    for unit in plan.units {
      guard case .judged = unit.standing(in: year) else { continue }
      for requirement in unit.requirements(in: year) {
        for leaf in ([requirement.demand] + requirement.exceptions.map { $0.demand }).flatMap({ $0.leaves }) {
          if case .rank(let rank, _) = leaf.kind, !ranks.contains(rank) { ranks.append(rank) }
        }
      }
    }
    return ranks.compactMap { position in
      let rank = plan.ranks[position]
      if isOfNobody(rank, year) { return rankOfNobody(rank, year) }
      return isOfOne(rank, year) ? rankOfOne(rank, year) : nil
    }
  }

  private func isOfOne(_ rank: RankStep, _ year: FiscalYear) -> Bool {
    tree.table.existing(tree.table.areas(ofLevel: rank.peers.level), in: year).allSatisfy { area in
      if case .found(let group) = peers(rank.peers, at: area, year) { return group.members.count == 1 }
      return false
    }
  }

  private func rankOfOne(_ rank: RankStep, _ year: FiscalYear) -> Diagnostic {
    Diagnostic(
      .rankOfNobody, .warning, at: .rule(rank.place),
      Wording(
        "in \(year.englishText) every area is ranked among itself alone, and always the first",
        "\(year.japaneseText)は、比べる地域がほかになく、いつも1位になります"),
      reason: Wording(
        "the list of areas has one area of this level, or one in each area above", "地域一覧に、この階層の地域が一つ（または上位の地域ごとに一つ）しかありません"),
      mend: Wording(
        "add the other areas to areas.csv with their figures, or report the place itself as a figure and write: [place] is at most 10",
        "ほかの地域を areas.csv とデータに加えるか、順位そのものを指標として報告し「「順位」が10以下」のように書いてください"))
  }

  private func isOfNobody(_ rank: RankStep, _ year: FiscalYear) -> Bool {
    tree.table.existing(tree.table.areas(ofLevel: rank.peers.level), in: year).allSatisfy { area in
      if case .out = entry(rank, area, year) { return true }
      return false
    }
  }

  private func rankOfNobody(_ rank: RankStep, _ year: FiscalYear) -> Diagnostic {
    let hasAreas = !tree.table.existing(tree.table.areas(ofLevel: rank.peers.level), in: year).isEmpty
    let reason: Wording
    if !hasAreas {
      reason = Wording("the list of areas has none of this level", "地域一覧に、この階層の地域がありません")
    } else if rank.leavesOutZeros {
      reason = Wording(
        "the figure is zero or not applicable in all areas, and zeros are left out", "どの地域の値も0または対象外で、0の地域は除かれています")
    } else {
      reason = Wording("the figure is not applicable in all areas", "どの地域でも値が対象外です")
    }
    return Diagnostic(
      .rankOfNobody, .warning, at: .rule(rank.place),
      Wording("no area takes part in this rank in \(year.englishText)", "\(year.japaneseText)は、この順位を付ける地域がありません"),
      reason: reason,
      mend: hasAreas
        ? Wording("rank another figure, or let areas at zero take part", "別の値で順位を付けるか、0の地域を除かないでください")
        : Wording("add the areas to areas.csv, or rank those of another level", "areas.csv に地域を加えるか、別の階層で順位を付けてください"))
  }
}
