import Diagnostics
import Quantities

/// The `at most 3` of `rises by at least 1 and at most 3`: an amount of the same change, or a limit on the figure.
extension Parser {
  /// Whether a limit in numbers stands there without `is` before it or a figure behind it: at most 3, 3 or less.
  private var startsAmountAlone: Bool {
    guard isASCII(tokens[position - 1]) else { return false }
    let isBehind = isNumberToken(current)
    guard isBehind || isASCII(current) && isBoundWord(currentWord) && isNumberToken(peek()) else { return false }
    // does not exceed 20, reaches 20: a verb says it of the figure
    if !isBehind, ["exceed", "reach", "do", "fall", "drop"].contains(where: { text(of: current).hasPrefix($0) }) { return false }
    var ahead = isBehind ? 1 : 2
    if isUnitToken(peek(ahead)) || isWord(.percent, ahead: ahead) || isWord(.points, ahead: ahead) { ahead += 1 }
    if isBehind {
      guard isBoundWord(peekWord(ahead)), text(of: peek(ahead)).hasPrefix("or") else { return false }
      ahead += 1
    }
    switch peek(ahead).kind {
    case .name, .bare, .level: return false
    case .word(let word, _): return ![.of, .timesWord, .moreThan, .lessThan, .numberOf].contains(word)
    default: return true
    }
  }

  /// The amount that stands there.
  private mutating func takeAmountAlone() -> (written: String, unit: UnitSyntax?)? {
    let before = takeBoundWord()
    let start = position
    guard let amount = takeLiteral() else { return nil }
    let end = isWord(.annually, at: position - 1) ? position - 1 : position
    guard let relation = before ?? takeBoundWord() else { return nil }
    return (amountWords(relation, written(start, end)), amount.unit)
  }

  /// Behind a change by some amount: refused, since a limit on the figure says `is`. Nothing has been read where there is none.
  mutating func parseAmountBehind(_ other: ConditionSyntax, _ joint: String) -> ConditionSyntax? {
    guard startsAmountAlone else { return nil }
    switch other.kind {
    case .trend(let figure, let change): return parseAmountBehind(figure, change, other, joint)
    case .not(let inner):
      if case .trend(let figure, let change) = inner.kind, let amount = change.amount {
        let denied: Trend = change.trend == .rises ? .doesNotRise : .doesNotFall
        return parseAmountBehind(figure, TrendSyntax(denied, by: amount, from: change.start), other, joint)
      }
      return nil
    default: return nil
    }
  }

  private mutating func parseAmountBehind(
    _ figure: ExpressionSyntax, _ change: TrendSyntax, _ other: ConditionSyntax, _ joint: String
  ) -> ConditionSyntax? {
    guard let amount = change.amount, let first = amount.value.asLiteral else { return nil }
    let start = position
    let hasYear = isWord(.by, at: start - 3) && isFiscalYear(tokens[start - 2])
    let firstDue = hasYear ? " " + written(start - 3, start - 1) : ""
    guard let second = takeAmountAlone() else { return nil }
    // by at least 1 point and at least 60%: points are no level.
    if first.unit == .points, second.unit == .percent {
      position = start
      return nil
    }
    let limitEnd = position
    takeDue()
    let secondDue = limitEnd < position ? " " + written(limitEnd, position) : ""
    let (name, verb, year) = (sourceWithArticle(figure), change.trend.englishVerb, change.start.writtenBehind)
    let firstAmount = amountWords(amount.relation, source(of: amount.value.place))
    let both: String
    if (firstDue + secondDue).isEmpty, !change.trend.isDenial, case .year = change.start {
      let rise = change.trend == .rises ? first.unit == .percent ? "growth" : "rise" : first.unit == .percent ? "decline" : "fall"
      let whole = figure.isName ? name : "(\(name))"
      both = "the \(rise) in \(whole) \(year) is \(firstAmount) \(joint) is \(second.written)"
    } else {
      both = "\(name) \(verb) by \(firstAmount) \(year)\(firstDue) \(joint) \(verb) by \(second.written) \(year)\(secondDue)"
    }
    let level = "\(name) \(verb) by \(firstAmount) \(year)\(firstDue) \(joint) is \(second.written)\(secondDue)"
    reportOneOfSeveral(
      place(from: start),
      Wording("it is not said whether this is an amount of the change or a limit on the figure", "変化の量か、値の限度かが決まりません"),
      mend: Wording(
        "write \(both), for the change; \(level), for the figure", "変化の量なら「\(both)」、値の限度なら「\(level)」と書いてください"))
    return ConditionSyntax(.trend(figure, change), place(from: start))
  }

  func amountWords(_ relation: Relation, _ value: String) -> String {
    switch relation {
    case .atLeast: "at least \(value)"
    case .atMost: "at most \(value)"
    case .moreThan: "more than \(value)"
    case .lessThan: "less than \(value)"
    case .equal, .notEqual: value
    }
  }

  /// `at least 1 below the national average and at most 3`: the second may be a distance too. `amount` and `side` are where the first
  /// limit, and the words behind its amount, begin.
  mutating func checkDistanceBehind(_ first: BoundSyntax, amount: Int, side: Int) {
    guard isWord(.and) || isWord(.or) else { return }
    let (here, joint) = (position, text(of: current))
    advance()
    guard startsAmountAlone else {
      position = here
      return
    }
    let start = position
    let (limit, base) = (written(amount, side), written(side, here))
    let second = takeAmountAlone()
    position = here
    guard let second, case .arithmetic(_, _, let distance) = first.value.kind,
      distance.asLiteral?.unit != .points || second.unit != .percent
    else { return }
    reportDistanceBehind(start, limit, joint, second.written, base)
  }

  private mutating func reportDistanceBehind(_ start: Int, _ limit: String, _ joint: String, _ second: String, _ base: String) {
    let name = figureInFocus.map { sourceWithArticle($0) } ?? "[X]"
    reportOneOfSeveral(
      tokens[start].place(in: file),
      Wording("it is not said whether this is a distance too or a limit on the figure", "これも差なのか、値の限度なのかが決まりません"),
      mend: Wording(
        "write \(name) is \(limit) \(base) \(joint) \(name) is \(second) \(base), for a distance; \(name) is \(limit) \(base) \(joint) \(name) is \(second), for the figure",
        "差なら「\(name) is \(limit) \(base) \(joint) \(name) is \(second) \(base)」、値の限度なら「\(name) is \(limit) \(base) \(joint) \(name) is \(second)」と書いてください"
      ))
  }

  /// `at most 2 above the national average, except when …: at most 4`.
  mutating func checkDistanceOfException(_ demand: ConditionSyntax, _ exception: ConditionSyntax, _ start: Int) {
    guard isASCII(tokens[start]), case .bounds(let figure, let demanded) = demand.kind, demanded.count == 1,
      case .arithmetic(let operation, let base, let distance) = demanded[0].value.kind, operation == .plus || operation == .minus,
      distance.asLiteral != nil, case .bounds(figure, let bounds) = exception.kind, bounds.count == 1,
      bounds[0].value.asLiteral != nil,
      distance.asLiteral?.unit != .points || bounds[0].value.asLiteral?.unit != .percent
    else { return }
    let (limit, side) = (written(start, position), operation == .plus ? "above" : "below")
    let (name, other) = (sourceWithArticle(figure), sourceWithArticle(base))
    reportOneOfSeveral(
      place(from: start),
      Wording("it is not said whether this is a distance too or a limit on the figure", "これも差なのか、値の限度なのかが決まりません"),
      mend: Wording(
        "write \(name) is \(limit) \(side) \(other), for a distance; \(name) is \(limit), for the figure",
        "差なら「\(name) is \(limit) \(side) \(other)」、値の限度なら「\(name) is \(limit)」と書いてください"))
  }
}

extension Trend {
  fileprivate var englishVerb: String {
    switch self {
    case .rises: "rises"
    case .falls: "falls"
    case .doesNotRise: "does not rise"
    case .doesNotFall: "does not fall"
    }
  }
}

extension TrendSyntax.Start {
  /// The year as an English sentence has it behind a change.
  fileprivate var writtenBehind: String {
    switch self {
    case .eachOf(let years): "\(years) years running"
    case .year(.yearsAgo(1)): "from last year"
    case .year(.yearsAgo(let years)): "from \(years) years ago"
    case .year(.fixed(let year)), .year(.calendar(let year)): "from \(year.englishText)"
    case .year(.lastPeriod): "from last period"
    case .year(.planStart): "from the first plan year"
    case .year(.lastSurvey): "from last survey"
    }
  }
}
