import Diagnostics
import Quantities

/// Japanese verbs of change behind a value: what they deny, 90%未満に低下しない, and what they keep, 20%に維持する.
extension Parser {
  /// The verb behind 90%未満に. What it denies is that the limit comes to hold: 40%以上に上昇していない is less than 40%.
  mutating func takeChange(to limit: Relation) -> Relation {
    let verb = position
    guard let trend = takeTrendWord() else { return limit }
    if saysKept(verb) { return limit }
    let side = limit.side
    if deniesChange(trend, verb) {
      denialEnd = position
      // What does not fall does not come below: at least 90% is no value to which anything falls.
      if side == trend.reaching { reportSideOfChange(limit, falls: trend == .doesNotFall, verb) }
      return limit.negated
    }
    if side == .atLeast && trend == .falls || side == .atMost && trend == .rises {
      reportSideOfChange(limit, falls: trend == .falls, verb)
    }
    return limit
  }

  /// Whether the verb denies a change; 維持する, which has the same word, does not.
  func deniesChange(_ trend: Trend, _ verb: Int) -> Bool { trend.isRefused && !saysKept(verb) }

  /// 20%に維持する, 全国平均に維持する: which side is the better is not said.
  mutating func noteKept(_ place: Place, _ amount: LiteralSyntax?) {
    guard sentence.mayBeDue, !(amount?.isNothingOrAll ?? false) else { return }
    sentence.attainedNumbers.append(place)
  }

  private mutating func reportSideOfChange(_ limit: Relation, falls: Bool, _ verb: Int) {
    report(
      .unclearReach, at: tokens[verb].place(in: file),
      Wording("the limit lies on the other side than the one to which this changes", "変化の向きと、限度の向きが逆です"),
      reason: Wording(
        "a figure that falls to a value is to be at most so much, one that rises at least", "減って届く値は以下、増えて届く値は以上です"),
      mend: Wording(
        falls
          ? "write falls to at most 10%; or the limit alone: [X] is at least 10%"
          : "write rises to at least 60%; or the limit alone: [X] is at most 60%",
        falls
          ? "「「X」を10%以下に引き下げる」「「X」が10%未満に低下しない」か、限度だけを「「X」が10%以上」と書いてください"
          : "「「X」を60%以上に引き上げる」「「X」が60%以上に増加しない」か、限度だけを「「X」が60%以下」と書いてください"))
  }

  // MARK: What is not done

  /// The でない of 3回以上でない, the としない of 10人以上としない, the 実施していない of 3回以上実施していない.
  mutating func takeDenialOfLimit() -> Bool {
    if take(.notEqual) || take(.undone) { return true }
    guard startsNotDoing(ahead: 0) else { return false }
    advance()
    advance()
    return true
  }

  /// The 実施しない of 3回以上実施しない: its し would join a clause, but no name follows.
  private func startsNotDoing(ahead: Int) -> Bool {
    guard isWord(.nonexistent, ahead: ahead + 1), case .word(let word, true) = peek(ahead).kind,
      word == .ending || word == .deed, peek(ahead).end == peek(ahead + 1).start
    else { return false }
    return text(of: peek(ahead)).hasSuffix("し") && text(of: peek(ahead + 1)).hasPrefix("な")
  }

  /// The も実施していない of 1回も実施していない: less than once.
  mutating func takeNotEvenOnce(_ value: ExpressionSyntax) -> BoundSyntax? {
    guard isWord(.particleMo), let once = value.asLiteral, once.value == .one, once.unit != .percent,
      isWord(.undone, ahead: 1) || startsNotDoing(ahead: 1)
    else { return nil }
    advance()
    _ = takeDenialOfLimit()
    denialEnd = position
    return BoundSyntax(.lessThan, value)
  }

  /// 50%を達成していない: below it, or above it where less is better.
  mutating func takeMissed(_ value: ExpressionSyntax) -> BoundSyntax? {
    guard isWord(.missed), !isASCII(current), isWord(.particleWo, at: position - 1) else { return nil }
    let amount = source(of: value)
    report(
      .unclearReach, at: current.place(in: file),
      Wording("it is not said on which side of the number this lies", "その数を下回ることか、上回ることかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write is less than that; or is more than that, where less is better",
        "増やす目標なら「「X」が\(amount)未満」、減らす目標なら「「X」が\(amount)超」と書いてください"))
    advance()
    return BoundSyntax(.lessThan, value)
  }

  // MARK: Until

  /// Whether something is to change or to be achieved: 令和8年度まで3割減らす tells by when; 令和8年度まで60%以上とする, how long.
  func bringsAbout(from start: Int) -> Bool {
    var namesStart = false
    for index in start..<position {
      switch tokens[index].word {
      case .rises, .falls, .halved, .doubled, .attain, .resolved, .met: return true
      case .from: namesStart = true
      case .doesNotFall, .doesNotRise: if namesStart { return true }
      case .strive: if text(of: tokens[index]).hasPrefix("を目指") { return true }
      case .atLeast: if text(of: tokens[index]).hasPrefix("達") { return true }
      default: break
      }
    }
    return false
  }

  /// The 策定する of 令和8年度まで「計画」を策定する, which is done once; 設置している and 3回以上実施する are of every year.
  func deedOfOneYear(from start: Int) -> Int? {
    (start..<position).first { index in
      isWord(.deed, at: index) && !isASCII(tokens[index]) && isWord(.particleWo, at: index - 1) && !goesOn(index)
        && !isNumberToken(tokens[max(0, index - 2)])
    }
  }

  /// 設置している, which is a state.
  private func goesOn(_ deed: Int) -> Bool {
    var before: UInt32 = 0
    for scalar in text(of: tokens[deed]).unicodeScalars {
      // てい
      if before == 0x3066, scalar.value == 0x3044 { return true }
      before = scalar.value
    }
    return false
  }

  mutating func reportDeedUntil(_ year: YearSyntax, _ deed: Int) {
    let done = written(deed, deed + 1)
    report(
      .unclearReach, at: year.place,
      Wording(
        "it is not said whether this is done by \(year.year.englishText) or in each year until then",
        "\(year.year.japaneseText)までに行うのか、それまで毎年度求めるのかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write by \(year.year.englishText), every ward …; or until \(year.year.englishText), every ward …",
        "「\(year.year.japaneseText)までに\(done)」か「適用 \(year.year.japaneseText)まで」の項目で書いてください"))
  }
}

extension Trend {
  /// 10人まで増加しない, 90%に低下しない: the value itself is not reached.
  var stoppingShort: Relation { self == .doesNotFall ? .moreThan : .lessThan }
}
