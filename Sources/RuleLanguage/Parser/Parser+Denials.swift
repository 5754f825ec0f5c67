import Diagnostics
import Quantities

/// What an English `not` is said of, where several conditions or figures stand beside it.
extension Parser {
  /// `must not have more than 5 [A] and more than 2 [B]`, `not [A] is yes or [B] is yes`: the second is asked for, or denied too.
  mutating func checkNegations(_ starts: [Int], _ joint: Word, _ parts: [ConditionSyntax]) {
    if starts.dropFirst().contains(where: { isBareVerb(at: $0) }) { return }
    if joint == .or, parts.count == starts.count { checkDeniedLimit(starts, parts) }
    guard isWord(.not, at: starts[0]), isASCII(tokens[starts[0]]), !isSign(.open, at: starts[0] + 1),
      let other = starts.dropFirst().first(where: {
        isBoundWord(tokens[$0].word) || isWord(.verb, at: $0) || joint == .or && isNameToken(tokens[$0])
      }),
      !(other..<position).contains(where: { isWord(.must, at: $0) || isWord(.modal, at: $0) || isWord(.should, at: $0) })
    else { return }
    let first = written(from: tokens[starts[0] + 1].start, to: tokens[other - 2].end)
    let second = written(from: tokens[other].start, to: tokens[position - 1].end)
    let isWhole = isNameToken(tokens[other]) && isNameToken(tokens[starts[0] + 1])
    reportOneOfSeveral(
      place(from: other),
      Wording("it is not said whether 「not」 is said of this too", "「not」が、後の条件にもかかるかが決まりません"),
      mend: isWhole
        ? Wording(
          "put brackets around what is denied: not (\(first) or \(second)), or: not (\(first)) or \(second)",
          "打ち消す範囲をかっこで囲んでください：not (\(first) or \(second))、または not (\(first)) or \(second)")
        : Wording(
          "write not with each, … must not … and must not …; or make two sentences; or put brackets around both: not (… or …)",
          "「not」を条件のそれぞれに書くか、二つの文に分けるか、両方をかっこで囲んでください"))
  }

  /// `must not rise or exceed 10`: behind the bare verb the denial goes on, and neither is meant.
  mutating func checkSharedDenial(_ other: ConditionSyntax, _ start: Int) {
    let verb = isNameToken(tokens[start]) ? start + 1 : start
    guard isBareVerb(at: verb) else { return }
    var index = start - 2
    while index >= 0, tokens[index].start >= other.place.span.start, !isDenialInEnglish(index) { index -= 1 }
    guard index >= 0, isDenialInEnglish(index), verb == start || !text(of: tokens[index]).hasPrefix("do ") else { return }
    let first = written(from: min(other.place.span.start, tokens[index].start), to: other.place.span.end)
    let (who, second) = (verb == start ? "" : written(start, verb) + " ", written(verb, position))
    reportOneOfSeveral(
      place(from: start),
      Wording("it is not said whether 「not」 is said of this too", "「not」が、後の条件にもかかるかが決まりません"),
      mend: Wording(
        "write not with each: \(first) and \(who)must not \(second), where neither may be; \(first) or \(who)must not \(second), where one of them is enough",
        "「not」をそれぞれに書いてください。どちらも認めないなら「\(first) and \(who)must not \(second)」です"))
  }

  /// `rise`, `exceed`, `be`: what stands behind `must` or `does not`, and not alone.
  private func isBareVerb(at index: Int) -> Bool {
    guard isASCII(tokens[index]) else { return false }
    switch tokens[index].word {
    case .rises, .falls, .verb, .deed, .isWord, .moreThan, .lessThan, .atLeast, .atMost:
      switch text(of: tokens[index]) {
      case "rise", "increase", "raise", "grow", "fall", "decrease", "reduce", "drop", "cut", "decline", "exceed", "fall below",
        "reach", "be", "have", "hold", "achieve", "attain", "meet", "keep", "remain", "stay":
        return true
      default: return false
      }
    default: return false
    }
  }

  /// not, is not, does not rise, does not exceed; `is maintained` denies nothing.
  private func isDenialInEnglish(_ index: Int) -> Bool {
    guard isASCII(tokens[index]) else { return false }
    switch tokens[index].word {
    case .not, .notEqual: return true
    case .doesNotFall, .doesNotRise: return !saysKept(index)
    case .atLeast, .atMost:
      let word = text(of: tokens[index])
      return word.hasPrefix("does not") || word.hasPrefix("do not")
    default: return false
    }
  }

  private func isNameToken(_ token: Token) -> Bool {
    if case .name = token.kind { return true }
    return false
  }

  /// `is not under 60% or is over 80%`: neither is meant, since what is not under 60% may be over 80% anyhow.
  private mutating func checkDeniedLimit(_ starts: [Int], _ parts: [ConditionSyntax]) {
    guard case .bounds(let figure, let first) = parts[0].kind, first.count == 1, let low = first[0].value.asLiteral,
      case .bounds(figure, let second) = parts[1].kind, second.count == 1, let high = second[0].value.asLiteral,
      first[0].relation == second[0].relation || first[0].relation.leavesOpen(second[0].relation) == false,
      (starts[0]..<starts[1] - 1).contains(where: { isEnglishDenial($0) && isBoundWord(tokens[$0 + 1].word) }),
      !(starts[1]..<position).contains(where: { isEnglishDenial($0) })
    else { return }
    let (lower, upper) = low.value < high.value ? (low, high) : (high, low)
    let (least, most) = (written(lower), written(upper))
    reportOneOfSeveral(
      parts[1].place,
      Wording("it is not said whether 「not」 is said of this limit too", "「not」が、後の限度にもかかるかが決まりません"),
      mend: Wording(
        "write is at least \(least) and at most \(most), where neither may be; or brackets around each: ([X] is at least \(least)) or ([X] is more than \(most))",
        "どちらも認めないなら「\(least)以上\(most)以下」と書いてください"))
  }

  private func isEnglishDenial(_ index: Int) -> Bool {
    (isWord(.not, at: index) || isWord(.notEqual, at: index)) && isASCII(tokens[index])
  }

  private func written(_ literal: LiteralSyntax) -> String { written(from: literal.place.span.start, to: literal.place.span.end) }

  /// `[A] or [B] is not yes`: one of them, or neither.
  mutating func checkEnglishAlternatives(_ figures: [ExpressionSyntax], _ demand: Int, _ start: Int) {
    let isDenied = (demand..<position).contains { index in
      switch tokens[index].word {
      case .not, .notEqual: isASCII(tokens[index])
      case .doesNotFall, .doesNotRise: isASCII(tokens[index]) && !saysKept(index)
      default: false
      }
    }
    if !isDenied { return }
    let names = figures.map { source(of: $0) }
    let denied = written(demand, position)
    report(
      .unclearReach, at: place(from: start),
      Wording(
        "it is not said whether one of them is meant or all of them", "「\(denied)」が、どちらか一方のことか、どちらものことかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write either \(names.joined(separator: " or ")) \(denied), for one of them; \(names.map { $0 + " " + denied }.joined(separator: " and ")), for all",
        "一つなら「either \(names.joined(separator: " or ")) \(denied)」、すべてなら「\(names.map { $0 + " " + denied }.joined(separator: " and "))」と書いてください"
      ))
  }
}
