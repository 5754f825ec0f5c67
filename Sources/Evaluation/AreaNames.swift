import Diagnostics
import Facts
import Quantities
import Rulebook

/// Finds the areas that rules name, once data has said which areas there are.
struct AreaNames {
  private let rulebook: Rulebook
  private let areas: AreaTable
  private(set) var diagnostics: [Diagnostic] = []

  init(_ rulebook: Rulebook, _ areas: AreaTable) {
    self.rulebook = rulebook
    self.areas = areas
  }

  /// By area: whether the subject leaves it out; empty where it leaves out none.
  mutating func excepted(by subject: Subject) -> [Bool] {
    if subject.except.isEmpty, subject.only.isEmpty { return [] }
    var isExcepted = [Bool](repeating: !subject.only.isEmpty, count: areas.count)
    for name in subject.only {
      for position in positions(name, levels: [subject.level]) { isExcepted[position] = false }
    }
    for name in subject.except {
      for position in positions(name, levels: [subject.level]) { isExcepted[position] = true }
    }
    return isExcepted
  }

  mutating func waivers() -> ResolvedWaivers {
    var resolved = ResolvedWaivers(targetCount: rulebook.targets.count)
    for (position, waiver) in rulebook.waivers.enumerated() {
      var levels: [Int] = []
      for requirement in rulebook.targets[waiver.target].requirements {
        levels.append(contentsOf: [requirement.subject.level, requirement.subject.judgedLevel])
      }
      var named: [Int] = []
      for name in waiver.areas { named.append(contentsOf: positions(name, levels: levels)) }
      resolved.add(
        ResolvedWaivers.Resolved(waiver: position, areas: named, from: waiver.from, until: waiver.until), to: waiver.target)
    }
    return resolved
  }

  /// The areas of that name. One of a level that is asked for goes before others of the same name; that of an area above stands
  /// for those that it holds: 「北圏域」の市町村.
  private mutating func positions(_ name: Spelled, levels: [Int]) -> [Int] {
    let all = areas.positions(named: name.text)
    let fitting = all.filter { levels.contains(areas.areas[$0].level) }
    if all.isEmpty {
      diagnostics.append(
        unknownArea(name, near: Suggestions.nearest(to: name.text, among: areas.areas.map { $0.name }) { NameFolding.fold($0) }))
    } else if fitting.isEmpty {
      let held = all.count == 1 ? areasHeld(by: all[0], levels: levels) : []
      if !held.isEmpty { return held }
      diagnostics.append(areaOfOtherLevel(name))
    } else if fitting.count > 1 {
      diagnostics.append(ambiguousArea(name, codes: fitting.map { areas.areas[$0].code }))
    }
    return fitting.isEmpty ? all : fitting
  }

  private func areasHeld(by holder: Int, levels: [Int]) -> [Int] {
    areas.areas.indices.filter {
      levels.contains(areas.areas[$0].level) && areas.ancestor(of: $0, atLevel: areas.areas[holder].level) == holder
    }
  }
}

extension Evaluator {
  /// What is wrong with the names of areas that a rulebook uses, where there is no data yet.
  package static func areaNameFindings(_ rulebook: Rulebook, _ areas: AreaTable) -> [Diagnostic] {
    var names = AreaNames(rulebook, areas)
    for target in rulebook.targets {
      for requirement in target.requirements { _ = names.excepted(by: requirement.subject) }
    }
    _ = names.waivers()
    return names.diagnostics
  }
}

func unknownArea(_ name: Spelled, near: [String] = []) -> Diagnostic {
  Diagnostic(
    .unknownAreaInRule, .error, at: .rule(name.place),
    Wording("no area is called 「\(name.text)」", "「\(name.text)」という区域はありません"),
    reason: Wording("the areas file holds no code and no name like it", "区域の一覧に、この名前も番号もありません"),
    mend: near.first.map { Wording("did you mean 「\($0)」?", "「\($0)」ではありませんか") }
      ?? Wording("write the name or the code as the areas file has it", "区域の一覧にある名前または番号を書いてください"))
}

private func areaOfOtherLevel(_ name: Spelled) -> Diagnostic {
  Diagnostic(
    .unknownAreaInRule, .error, at: .rule(name.place),
    Wording(
      "「\(name.text)」 is not an area that this sentence speaks of", "「\(name.text)」は、この文が対象とする階層の区域ではありません"),
    reason: Wording("the area is of another level", "その区域は別の階層にあります"),
    mend: Wording("name an area of the level that is judged", "判定する階層の区域を書いてください"))
}

func ambiguousArea(_ name: Spelled, codes: [String]) -> Diagnostic {
  let list = codes.joined(separator: ", ")
  return Diagnostic(
    .ambiguousAreaInRule, .error, at: .rule(name.place),
    Wording("more than one area is called 「\(name.text)」", "「\(name.text)」という区域が複数あります"),
    reason: Wording("the areas with these codes bear the name: \(list)", "次の番号の区域が同じ名前です: \(list)"),
    mend: Wording("write the code instead of the name", "名前の代わりに番号を書いてください"))
}
