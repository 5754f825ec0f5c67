import Diagnostics
import Quantities

/// By what areas are counted where their level stands behind several conditions: 「A」が50%以上かつ「B」が40%以上の市町村が4市町村以上.
extension Parser {
  /// How a clause ends in front of the next one.
  enum ClauseEnd {
    /// 50%以上かつ: what stands behind both is said of both.
    case open
    /// 県平均を下回り、: it is said of both, or of the last one alone.
    case joining
    /// 50%以上とし、: the clause is a demand of its own.
    case final
  }

  /// How the clause ends whose last token stands at that place; `isJoined` where で、 has been read behind it.
  func clauseEnd(at place: Int, isJoined: Bool) -> ClauseEnd {
    let last = tokens[max(0, place)]
    guard case .word(let word, let joins) = last.kind else { return isJoined ? .joining : .open }
    if word == .ending, text(of: last) == "とし" || text(of: last).hasSuffix("こと") { return .final }
    return joins || isJoined ? .joining : .open
  }

  /// Puts the conditions in front of the last one, which ends with a level, among those that the areas are counted by. They are
  /// left where they could also be asked of the area above, which is an error.
  mutating func gatherCounted(
    _ parts: inout [ConditionSyntax], _ ends: inout [ClauseEnd], _ said: inout [SentenceNotes.Said], by joint: Word
  ) {
    let last = parts.count - 1
    guard let level = parts[last].levelBehind else { return }
    let isDemand = isWord(.ending, at: tokenIndex(of: level) - 1)
    var first = last
    while first > 0, !parts[first - 1].counts(atLeast: level), ends[first - 1] != .final || isDemand { first -= 1 }
    guard first < last else { return }
    let isOpen = sentence.countsAreasAlone || ends[first..<last].allSatisfy { $0 == .open }
    guard isOpen, denialEnd != tokenIndex(of: level), said[first...last].dropLast().allSatisfy({ $0.saysNothing }),
      let whole = parts[last].counted(by: parts[first..<last], joint)
    else {
      reportUnclearAreas(parts[first], level)
      return
    }
    parts.replaceSubrange(first..., with: [whole])
    ends.removeSubrange(first..<last)
    said.removeSubrange(first..<last)
  }

  private func tokenIndex(of level: LevelSyntax) -> Int {
    var index = position
    while index > 0, tokens[index].start > level.place.span.start { index -= 1 }
    return index
  }

  private mutating func reportUnclearAreas(_ first: ConditionSyntax, _ level: LevelSyntax) {
    var begin = position
    while begin > 0, tokens[begin].start > first.place.span.start { begin -= 1 }
    let end = tokenIndex(of: level)
    let last = isWord(.particleNo, at: end - 1) ? end - 1 : end
    let counted = "（" + written(begin, last) + "）の" + written(end, position)
    report(
      .unclearReach, at: place(from: begin),
      Wording("it is not certain by which conditions the areas are counted", "どの条件の地域を数えるかが決まりません"),
      reason: Wording("the first conditions could also be asked of the area above", "前の条件は、上位の地域に求めるものとも読めます"),
      mend: Wording(
        "put what the areas are counted by in brackets: \(counted)",
        "すべてが数える条件なら「\(counted)」のように条件をかっこで囲み、前の条件を上位の地域に求めるなら、文を二つに分けてください"))
  }

  /// Whether a level that is no part of a number ends a condition of this sentence: …の区がない, …の区を3区以上, …の区の割合.
  var hasLevelBehind: Bool {
    var index = position + 1
    while index < tokens.count {
      switch tokens[index].kind {
      case .sign(.stop), .end: return false
      case .level:
        if case .number = tokens[index - 1].kind { break }
        let behind = isWord(.particleNo, at: index + 1) ? index + 2 : index + 1
        if isWord(.count, at: behind) || behind > index + 1 && isWord(.numberIn, at: behind) { return true }
        if isWord(.particleGa, at: behind) || isWord(.particleWo, at: behind) { return true }
      default: break
      }
      index += 1
    }
    return false
  }
}

extension ConditionSyntax {
  /// The level of …の区がない, …の区のうち半数で… and …の区の数が3以上, behind the condition that tells which areas are counted.
  fileprivate var levelBehind: LevelSyntax? {
    switch kind {
    case .areas(let subject, let inner):
      let condition = subject.filter.condition ?? inner
      guard case .numberOf(let level, _, _) = subject.kind, condition.place.span.start < subject.place.span.start else {
        return nil
      }
      return level
    case .bounds(let figure, _), .trend(let figure, _):
      if case .numberOfAreas(let level, _) = figure.kind { return level }
      return nil
    case .or(let parts), .and(let parts): return parts.first?.levelBehind
    default: return nil
    }
  }

  /// Whether this is itself a number of such areas, or of larger ones.
  fileprivate func counts(atLeast level: LevelSyntax) -> Bool { levelBehind.map { $0.index >= level.index } ?? false }

  /// The same number of those areas that meet the other conditions, too.
  fileprivate func counted(by others: ArraySlice<ConditionSyntax>, _ joint: Word) -> ConditionSyntax? {
    func with(_ condition: ConditionSyntax) -> ConditionSyntax {
      let all = others + [condition]
      return ConditionSyntax(joint == .or ? .or(Array(all)) : .and(Array(all)), others[others.startIndex].place)
    }
    switch kind {
    case .areas(let subject, let inner):
      guard let condition = subject.filter.condition else { return ConditionSyntax(.areas(subject, with(inner)), place) }
      let filter = FilterSyntax(
        except: subject.filter.except, only: subject.filter.only, isWithin: subject.filter.isWithin, condition: with(condition))
      return ConditionSyntax(.areas(SubjectSyntax(subject.kind, filter: filter, subject.place), inner), place)
    case .bounds(let figure, let bounds):
      guard case .numberOfAreas(let level, let inner) = figure.kind, bounds.allSatisfy({ $0.value.asLiteral != nil }) else {
        return nil
      }
      return ConditionSyntax(.bounds(ExpressionSyntax(.numberOfAreas(level, with(inner)), figure.place), bounds), place)
    default: return nil
    }
  }
}
