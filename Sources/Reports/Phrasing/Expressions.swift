import Diagnostics
import Quantities
import RuleLanguage
import Rulebook

extension Phrasing {
  /// A figure as a sentence names it, such as `前年度の「協議回数」` or `「A」「B」の合計`. A very deep one is cut short.
  func name(of expression: Expression, depth: Int = 0) -> String {
    guard depth < 8 else { return "..." }
    switch expression {
    case .constant(let value): return number(value)
    case .indicator(let position):
      return rulebook.indicators.indices.contains(position) ? marked(brief(rulebook.indicators[position])) : ""
    case .measure(let position):
      guard rulebook.measures.indices.contains(position) else { return "" }
      return marked(name(rulebook.measures[position].name, other: rulebook.measures[position].otherName))
    case .parameter(let position):
      guard rulebook.parameters.indices.contains(position) else { return "" }
      return marked(name(rulebook.parameters[position].name, other: rulebook.parameters[position].otherName))
    case .dayOfYear(let month, let day):
      return say(String(month) + "/" + String(day), String(month) + "月" + String(day) + "日")
    case .inYear(let year, let inner): return inYear(year, name(of: inner, depth: depth + 1))
    case .ofArea(let level, let inner):
      let word = levelWord(level, plural: false)
      let figure = name(of: inner, depth: depth + 1)
      return say("the " + word + "'s " + figure, word + "の" + figure)
    case .aggregate(let kind, let level, let inner): return aggregate(kind, level, name(of: inner, depth: depth + 1))
    case .peerAggregate(let kind, let peers, let inner): return aggregate(kind, peers, name(of: inner, depth: depth + 1))
    case .numberOfAreas(let level, _):
      return say("the number of " + levelWord(level, plural: true), "条件に合う" + levelWord(level, plural: false) + "の数")
    case .arithmetic(let operation, let left, let right): return arithmetic(operation, left, right, depth)
    case .sum(let parts): return sum(parts, depth)
    case .rounded(let inner, _), .positive(let inner): return name(of: inner, depth: depth + 1)
    case .series(let series, let inner): return self.series(series, operand(inner, depth))
    case .path: return say("the path", "計画値")
    case .absolute(let inner): return say("the size of ", "") + operand(inner, depth) + say("", "の大きさ")
    case .carriedOver(let carried):
      return say(
        name(of: carried.demand, depth: depth + 1) + " plus what was missing " + before(carried.before),
        name(of: carried.demand, depth: depth + 1) + "に" + before(carried.before) + "の不足分を加えた値")
    }
  }

  private func levelWord(_ level: Int, plural: Bool) -> String {
    let levels = rulebook.program.levels
    return levels.indices.contains(level) ? levels[level].word(in: language, plural: plural) : ""
  }

  private func inYear(_ year: YearReference, _ figure: String) -> String {
    switch year {
    case .fixed(let year), .calendar(let year): say(figure + " in " + self.year(year), self.year(year) + "の" + figure)
    case .yearsAgo(0): figure
    case .planStart: say(figure + " in the first plan year", "計画初年度の" + figure)
    case .lastPeriod, .lastSurvey: say(figure + " " + before(year), before(year) + "の" + figure)
    case .yearsAgo(1): say(figure + " last year", "前年度の" + figure)
    case .yearsAgo(let years): say(figure + " " + String(years) + " years ago", String(years) + "年前の" + figure)
    }
  }

  /// Such as 同じ「規模」の市町村の「X」の中央値.
  private func aggregate(_ kind: Aggregate, _ peers: Peers, _ figure: String) -> String {
    let word = word(kind)
    var (english, japanese) = (levelWord(peers.level, plural: true), levelWord(peers.level, plural: false))
    if let group = peers.group {
      let name = marked(name(rulebook.groups[group].name, other: rulebook.groups[group].otherName))
      (english, japanese) = (english + " of the same " + name, "同じ" + name + "の" + japanese)
    }
    if let within = peers.within {
      let holder = levelWord(within, plural: false)
      (english, japanese) = (english + " in the " + holder, holder + "内の" + japanese)
    }
    return say("the " + word.english + " of " + figure + " over " + english, japanese + "の" + figure + "の" + word.japanese)
  }

  private func word(_ kind: Aggregate) -> Wording {
    switch kind {
    case .total: Wording("total", "合計")
    case .average: Wording("average", "平均")
    case .median: Wording("median", "中央値")
    case .highest: Wording("highest", "最大")
    case .lowest: Wording("lowest", "最小")
    }
  }

  private func before(_ year: YearReference) -> String {
    switch year {
    case .lastPeriod: say("last period", "前期")
    case .planStart: say("the first plan year", "計画初年度")
    case .lastSurvey: say("last survey", "前回調査")
    case .yearsAgo(1): say("last year", "前年度")
    case .yearsAgo(let years): say(String(years) + " years ago", String(years) + "年前")
    case .fixed(let year), .calendar(let year): say("in ", "") + self.year(year)
    }
  }

  /// Such as `「X」の3年平均`.
  private func series(_ series: YearSeries, _ figure: String) -> String {
    switch series {
    case .cumulated(let since):
      return say(figure + " cumulated since " + sinceWhen(since), sinceWhen(since) + "からの" + figure + "の累計")
    case .average(let years):
      return say("the " + String(years) + "-year average of " + figure, figure + "の" + String(years) + "年平均")
    case .slope(let years):
      return say("the " + String(years) + "-year slope of " + figure, figure + "の" + String(years) + "年間の傾き")
    }
  }

  private func sinceWhen(_ year: YearReference) -> String {
    if case .fixed(let fixed) = year { return self.year(fixed) }
    return before(year)
  }

  private func aggregate(_ kind: Aggregate, _ level: Int, _ figure: String) -> String {
    let word = word(kind)
    return say(
      "the " + word.english + " of " + figure + " over " + levelWord(level, plural: true),
      levelWord(level, plural: false) + "の" + figure + "の" + word.japanese)
  }

  private func arithmetic(_ operation: Arithmetic, _ left: Expression, _ right: Expression, _ depth: Int) -> String {
    let sign =
      switch operation {
      case .plus: " + "
      case .minus: " − "
      case .times: " × "
      case .dividedBy: " ÷ "
      }
    return operand(left, depth) + sign + operand(right, depth)
  }

  private func operand(_ expression: Expression, _ depth: Int) -> String {
    let name = name(of: expression, depth: depth + 1)
    if case .arithmetic = expression { return say("(" + name + ")", "（" + name + "）") }
    return name
  }

  /// The rows of a table are named by the table, a long list by its first.
  private func sum(_ parts: [Expression], _ depth: Int) -> String {
    let rows = parts.compactMap { part -> Int? in
      if case .indicator(let position) = part { return position }
      return nil
    }
    if rows.count == parts.count, let table = rulebook.tables.first(where: { $0.summedRows == rows }) {
      let name = marked(table.label ?? table.code)
      return say("the sum of " + name, name + "の合計")
    }
    let shown = parts.prefix(parts.count > 4 ? 1 : 4).map { name(of: $0, depth: depth + 1) }
    if shown.count < parts.count {
      let rest = String(parts.count - shown.count)
      return say("the sum of " + list(shown) + " and " + rest + " more", list(shown) + "ほか" + rest + "項目の合計")
    }
    return say("the sum of " + shown.joined(separator: " and "), shown.joined() + "の合計")
  }
}
