import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Areas for which a target is not applicable for one reason that neither its sentence nor the data shows.
struct InapplicableLine {
  let target: String
  let areas: [String]
  let reason: String
}

extension OutcomeIndex {
  /// In the order of the rulebook; areas with the same reason stand together.
  func inapplicableLines() -> [InapplicableLine] {
    rulebook.targets.indices.flatMap { target -> [InapplicableLine] in
      var lines: [(reason: String, areas: [String])] = []
      for position in byTarget[target] {
        guard let reason = outcomes[position].inapplicability.map({ self.reason($0) }) else { continue }
        let area = areaName(outcomes[position].area)
        if let known = lines.firstIndex(where: { $0.reason == reason }) {
          lines[known].areas.append(area)
        } else {
          lines.append((reason, [area]))
        }
      }
      let name = phrasing.name(of: rulebook.targets[target])
      return lines.map { InapplicableLine(target: name, areas: $0.areas, reason: $0.reason) }
    }
  }

  /// In one sentence.
  func reason(_ reason: Inapplicability) -> String {
    switch reason {
    case .emptyBase(let base):
      let figure = phrasing.figure(base)
      return phrasing.say("a change in % of " + figure + " means nothing", figure + "からの変化は、%では表せません")
    case .acrossBoundary(let key):
      let (name, area) = (name(key), areaName(key.area))
      let boundary = facts.areas.areas[key.area]
      if let from = boundary.from, key.year < from {
        let since = phrasing.year(from)
        return phrasing.say(
          name + " is of the old boundary: " + area + " has stood since " + since, name + "は旧区域の値です（" + area + "は" + since + "から）"
        )
      }
      let until = boundary.until.map { phrasing.year($0) } ?? ""
      return phrasing.say(
        name + " is of a new boundary: " + area + " ended with " + until, name + "は新区域の値です（" + area + "は" + until + "まで）")
    }
  }
}

extension Inapplicability {
  /// For programs.
  var identifier: String {
    switch self {
    case .emptyBase: "change_from_zero_or_less"
    case .acrossBoundary: "across_boundary"
    }
  }
}
