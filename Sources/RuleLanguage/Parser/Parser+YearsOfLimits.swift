import Diagnostics
import Quantities

/// The `in FY2028` of `[X] is at least the national average in FY2028`, which stands behind the one figure and may be said of both.
extension Parser {
  /// A year behind what a figure without a year is held against.
  struct YearOfLimit {
    let year: FiscalYear
    let place: Place
  }

  /// Called behind a value that has just been read: in a sentence of a target, what it says of years may tell.
  mutating func noteYearOfLimit(_ value: ExpressionSyntax) {
    guard case .fiscalYear(let year) = tokens[position - 1].kind, isWord(.inWord, at: position - 2),
      isASCII(tokens[position - 2]),
      value.otherInYear(than: figureInFocus) != nil, !sentenceHasUnknownWord(from: position)
    else { return }
    let limit = YearOfLimit(year: year, place: value.place)
    if sentence.mayBeDue { sentence.yearsOfLimits.append(limit) } else { reportYearOfLimit(limit, inSentence: false) }
  }

  /// Years behind limits are clear where the sentence is due in a year, or one of a year.
  mutating func settleYearsOfLimits(_ requirement: RequirementSyntax) {
    if sentence.yearsOfLimits.isEmpty { return }
    let said = sentence.said
    guard requirement.year == nil, said.due == nil, said.from == nil, said.until == nil, sentence.ofParts.isEmpty else { return }
    openYears += sentence.yearsOfLimits
  }

  /// A due year on a line of its own says by when the sentences of a target are meant.
  mutating func settleOpenYears(of target: TargetSyntax) {
    if target.due == nil { for limit in openYears { reportYearOfLimit(limit, inSentence: true) } }
    openYears = []
  }

  private mutating func reportYearOfLimit(_ limit: YearOfLimit, inSentence: Bool) {
    let (year, area) = (limit.year.englishText, areaWords.one)
    let mend =
      inSentence
      ? "write in \(year), every \(area): [X] is at least [Y], for both; or [X] is at least ([Y] in \(year)), for the second alone"
      : "write [X] in \(year) is at least [Y] in \(year), for both; or [X] is at least ([Y] in \(year)), for the second alone"
    let japaneseYear = limit.year.japaneseText
    report(
      .unclearReach, at: limit.place,
      Wording(
        "it is not said whether the year behind is that of both figures or of the second alone",
        "後ろの年度が、両方の値にかかるか、後の値だけにかかるかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        mend,
        inSentence
          ? "両方なら「\(japaneseYear)は、すべての\(levelWords.first ?? "区")で「X」が「Y」以上」、後の値だけなら「「X」が\(japaneseYear)の「Y」以上」と書いてください"
          : "両方なら「\(japaneseYear)の「X」が\(japaneseYear)の「Y」以上」、後の値だけなら「「X」が\(japaneseYear)の「Y」以上」と書いてください"))
  }
}

extension ExpressionSyntax {
  /// Another figure's value in a year, with which this ends, where the figure that is held against it has no year of its own: the same
  /// figure in another year is what it has come from.
  func otherInYear(than figure: ExpressionSyntax?) -> ExpressionSyntax? {
    switch figure?.kind {
    case .inYear(.fixed, _), .series(.cumulated, _), .change: return nil
    default: break
    }
    switch kind {
    case .inYear(.fixed, let inner):
      let isSame = inner == figure || inner.figureInAnyYears.map { $0 == figure?.figureInAnyYears } ?? false
      return isSame ? nil : self
    case .overallAverage(_, let inner?): return inner.otherInYear(than: nil) == nil ? nil : self
    case .aggregate(_, _, let figures): return figures.last?.otherInYear(than: nil) == nil ? nil : self
    case .tolerance(_, let inner), .arithmetic(.times, _, let inner): return inner.otherInYear(than: figure)
    default: return nil
    }
  }

  /// The figure whose value, in a year or on the average of some, this is.
  private var figureInAnyYears: NameSyntax? {
    switch kind {
    case .series(_, let inner): inner.figureInAnyYears
    default: figureInAnyYear
    }
  }
}
