import Diagnostics
import Quantities

/// Numbers without a word that says at least, at most or exactly: 500人養成する, `3 wards hold …`, 60%とする.
///
/// What is done, or achieved, is asked for at least: nobody misses a target by holding one meeting more. What only is, 60%とする, is
/// asked for exactly; since that is seldom meant, it is a warning.
extension Parser {
  /// Nothing and all can be asked for exactly only.
  func bareRelation(_ amount: LiteralSyntax) -> Relation { amount.isNothingOrAll ? .equal : .atLeast }

  /// A verb of doing or achieving: 養成する, 開催し, 達成する, を目指す.
  var startsDoing: Bool {
    if isASCII(current) { return false }
    return isWord(.deed) || startsAttaining
  }

  private var startsAttaining: Bool {
    isWord(.attain) || isWord(.met) && !isASCII(current) || isWord(.strive) && text(of: current).hasPrefix("を目指")
  }

  /// The bound of a number that has just been read, with the verb behind it still to come.
  mutating func settledBareNumber(_ bound: BoundSyntax) -> BoundSyntax {
    guard bound.relation == .equal, !isWord(.equal, at: position - 1), let amount = bound.value.asAmount, !amount.isNothingOrAll
    else { return bound }
    if startsDoing {
      if startsAttaining { sentence.attainedNumbers.append(amount.place) }
      if isWord(.met) { advance() }
      return BoundSyntax(.atLeast, bound.value)
    }
    // every ward holds [council meetings] twice a year
    if isFigureOfVerb { return BoundSyntax(.atLeast, bound.value) }
    if sentence.mayBeDue { sentence.bareNumbers.append(amount.place) }
    return bound
  }

  /// Whether an English verb of doing or having stands before the figure that the number is of.
  private var isFigureOfVerb: Bool {
    guard let figure = figureInFocus, isASCII(tokens[position - 1]) else { return false }
    var index = position - 1
    while index > 0, tokens[index].start > figure.place.span.start { index -= 1 }
    guard index > 0, isASCII(tokens[index - 1]) else { return false }
    return isWord(.verb, at: index - 1) || isWord(.deed, at: index - 1)
  }

  /// `reaches 60%` does not say from which side.
  mutating func noteReached(_ value: ExpressionSyntax) {
    guard sentence.mayBeDue else { return }
    switch value.kind {
    case .literal(let amount): if !amount.isNothingOrAll { sentence.attainedNumbers.append(amount.place) }
    // A name may be that of a step, which has a side.
    case .name, .path: return
    default: sentence.attainedValues.append(value.place)
    }
  }

  /// `has a [screening rate] of 60%`, `achieves [X] of 60% or more`.
  mutating func parseAmountOf() -> [BoundSyntax]? {
    advance()
    let isReached = isWord(.atLeast, at: position - 3) && isASCII(tokens[max(0, position - 3)])
    guard let amount = takeLiteral() else { return nil }
    let written = takeBoundWord()
    let value = ExpressionSyntax(.literal(amount), amount.place)
    if isReached, written == nil { noteReached(value) }
    return [BoundSyntax(written ?? bareRelation(amount), value)]
  }

  mutating func warnOfBareNumbers() {
    for place in sentence.bareNumbers { warnOfExactNumber(place) }
    for place in sentence.attainedValues { warnOfAttainedValue(place) }
    for place in sentence.attainedNumbers {
      warn(
        place, Wording("this is read as at least that number", "この数以上であることを求めるものとして読みます"),
        mend: Wording("write at least, or at most where less is better", "「以上」を、減らす目標であれば「以下」を書いてください"))
    }
  }

  private mutating func warnOfAttainedValue(_ place: Place) {
    warn(
      place, Wording("this is read as at least that value", "この値以上であることを求めるものとして読みます"),
      mend: Wording("write at least, or at most where less is better", "「以上」を、減らす目標であれば「以下」を書いてください"),
      reason: Wording("a value without a word leaves open on which side it may be left", "値だけでは、超えてよいか、下回ってよいかが書かれていません"))
  }

  mutating func warnOfExactNumber(_ place: Place) {
    warn(
      place, Wording("this asks for exactly that number", "ちょうどその数であることを求めています"),
      mend: Wording("write at least or at most, or exactly where that is meant", "「以上」か「以下」を書いてください。その数に限るときは「ちょうど」と書きます"))
  }

  private mutating func warn(
    _ place: Place, _ message: Wording, mend: Wording,
    reason: Wording = Wording(
      "a number without a word leaves open on which side it may be left", "数だけでは、超えてよいか、下回ってよいかが書かれていません")
  ) {
    diagnostics.append(Diagnostic(.bareNumber, .warning, at: .rule(place.span), message, reason: reason, mend: mend))
  }
}

extension ExpressionSyntax {
  /// A number, or the 9割 of 「対象者数」の9割.
  fileprivate var asAmount: LiteralSyntax? {
    if case .arithmetic(.times, let factor, _) = kind { return factor.asLiteral }
    return asLiteral
  }
}

extension LiteralSyntax {
  var isNothingOrAll: Bool { value.isZero || unit == .percent && value == Rational(100) }
}
