import Diagnostics
import Quantities
import RuleLanguage

/// Something that a rule can call by name.
struct NamedThing {
  enum Kind: Hashable {
    case indicator, measure, parameter, table, group, target
  }

  let kind: Kind
  /// Its position among the declarations of its kind.
  let declaration: Int
  let code: String?
  let label: String?
  let place: SourceSpan

  /// The name that belongs to it alone, where it has one.
  var shownName: String { label ?? code ?? "" }

  /// Such as `indicator イ-1 「協議回数」`.
  var wording: Wording {
    let name = (code.map { $0 + " " } ?? "") + (label.map { "「\($0)」" } ?? "")
    switch kind {
    case .indicator: return Wording("indicator " + name, "指標 " + name)
    case .measure: return Wording("measure " + name, "算出指標 " + name)
    case .parameter: return Wording("parameter " + name, "設定値 " + name)
    case .table: return Wording("table " + name, "内訳表 " + name)
    case .group: return Wording("group " + name, "分類 " + name)
    case .target: return Wording("target " + name, "目標 " + name)
    }
  }
}

/// All names that expressions may use. One name may fit several things: that is an error only where it is used.
struct NameTable {
  private(set) var things: [NamedThing] = []
  private var positions: [FoldedName: [Int]] = [:]
  /// Every name as declared, with its thing.
  private var spellings: [(name: String, thing: Int)] = []

  /// - Parameter count: how many names are to be expected: each would be taken up anew whenever the table grows.
  mutating func reserveCapacity(_ count: Int) { positions.reserveCapacity(count) }

  mutating func add(_ thing: NamedThing, names: [String]) {
    let position = things.count
    things.append(thing)
    for name in names {
      let key = FoldedName(name)
      if NameTable.note(position, in: &positions[key, default: []]) { spellings.append((name, position)) }
    }
  }

  /// False where the thing is noted already.
  private static func note(_ position: Int, in known: inout [Int]) -> Bool {
    if known.last == position { return false }
    known.append(position)
    return true
  }

  /// What a name fits, in order of declaration.
  func things(named name: String, kinds: [NamedThing.Kind]) -> [NamedThing] {
    var fitting: [NamedThing] = []
    for position in positions[FoldedName(name)] ?? [] where kinds.contains(things[position].kind) {
      fitting.append(things[position])
    }
    return fitting
  }

  func names(of kinds: [NamedThing.Kind]) -> [String] {
    spellings.filter { kinds.contains(things[$0.thing].kind) }.map { $0.name }
  }
}
