import Diagnostics
import Quantities

/// What a denial is said of behind a number of areas: 3市町村以上で増加しない, 1市町村も下回らない.
extension Parser {
  /// 3市町村以上で「X」が増加しない: so many do not rise, or it is not so many that rise.
  mutating func checkDeniedByNumber(_ subject: SubjectSyntax, _ demand: ConditionSyntax, from start: Int) {
    guard case .numberOf(let level, let relation, let amount) = subject.kind, relation != .equal, !amount.isNothingOrAll,
      subject.filter == FilterSyntax(), !isASCII(tokens[start - 1]), !isWord(.particleMo, at: start - 1),
      let denied = affirmed(demand), let end = denialAtEnd(from: start)
    else { return }
    let area = source(of: level.place)
    var number = source(of: amount.place)
    if number.hasPrefix("過") { number = String(number.dropFirst()) }
    var said = written(start, end + 1)
    if said.hasSuffix("こと") { said = String(said.dropLast(2)) }
    let word = areaName(level) ?? area
    report(
      .unclearReach, at: place(from: start),
      Wording(
        "it is not said whether so many areas do not do this or whether it is not so many that do",
        "その数の地域がそうしないことか、そうする地域がその数に届かないことかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write at least 3 \(areaWords.many): [X] does not rise; or less than 3 \(areaWords.many): [X] rises",
        "「\(said)\(word)を\(number)\(relation.behindNumber)とする」か「\(denied)\(word)を\(number)\(relation.negated.behindNumber)とする」と書いてください"
      ))
  }

  private func areaName(_ level: LevelSyntax) -> String? {
    levels.indices.contains(level.index) ? levels[level.index].first { !$0.utf8.allSatisfy { $0 < 0x80 } } : nil
  }

  /// The word that denies what the whole demand says.
  private func denialAtEnd(from start: Int) -> Int? {
    var last = position - 1
    while last > start, isWord(.ending, at: last) { last -= 1 }
    return isDenial(last) ? last : nil
  }

  /// What the demand denies: 「X」が増加する of 「X」が増加しない, 「X」が30%未満の of 「X」が30%を下回らない.
  private func affirmed(_ demand: ConditionSyntax) -> String? {
    switch demand.kind {
    case .trend(let figure, let change) where demand.isPlainDenial:
      guard let year = change.start.fromYear else { return nil }
      return source(of: figure) + "が" + year + (change.trend == .doesNotFall ? "減少する" : "増加する")
    case .bounds(let figure, let bounds) where figure.isName && bounds.count == 1 && bounds[0].relation != .equal:
      if bounds[0].relation == .notEqual {
        return !demand.isPlainDenial ? nil : source(of: figure) + "が" + source(of: bounds[0].value) + "の"
      }
      return source(of: figure) + "が" + source(of: bounds[0].value) + bounds[0].relation.negated.behindNumber + "の"
    default: return nil
    }
  }

  /// 1市町村も「X」が30%を下回らない: none of them does, and not one that does not.
  mutating func checkNotEven(_ start: Int, _ end: Int) {
    var last = position
    while last < tokens.count, !isSign(.stop, at: last), !isWord(.when, at: last), !isDenial(last), !isWord(.undone, at: last),
      tokens[last].kind != .end
    {
      last += 1
    }
    guard last < tokens.count, isDenial(last) || isWord(.undone, at: last) else { return }
    let (number, denied) = (written(start, end), written(position, last + 1))
    let level = levelWords.first ?? "区"
    report(
      .unclearReach, at: place(from: start),
      Wording(
        "it is not said whether no area does this, or whether so many do not", "どの地域もそうしないのか、その数の地域がそうしないのかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write every \(areaWords.one): [X] is at least 30%, where none is below",
        "どの地域もなら「すべての\(level)で\(denied)」、その数なら「\(number)以上で」と書いてください"))
  }
}

extension Relation {
  /// The 以上 of 3市町村以上.
  fileprivate var behindNumber: String {
    switch self {
    case .atLeast: "以上"
    case .atMost: "以下"
    case .moreThan: "超"
    case .lessThan: "未満"
    case .equal, .notEqual: ""
    }
  }
}

extension TrendSyntax.Start {
  /// 前年度から, 令和4年度から; nothing of several years.
  fileprivate var fromYear: String? {
    switch self {
    case .year(.yearsAgo(1)): "前年度から"
    case .year(.fixed(let year)): year.japaneseText + "から"
    default: nil
    }
  }
}

extension ConditionSyntax {
  /// 「X」が前年度から増加しない, 「X」が「A」でない: of one figure, the denial stands last.
  var isPlainDenial: Bool {
    switch kind {
    case .trend(let figure, let change): return figure.isName && change.trend.isDenial && change.amount == nil
    case .bounds(let figure, let bounds):
      guard figure.isName, bounds.count == 1, bounds[0].relation == .notEqual else { return false }
      return bounds[0].value.isName || bounds[0].value.asLiteral != nil
    default: return false
    }
  }
}
