import Diagnostics
import Quantities

/// `rises from 20% to 30%`, 50%から60%に引き上げる: only the last value, or one for each year between.
extension Parser {
  struct WayOfYears {
    let first: String
    let last: String
    let firstYear: FiscalYear?
    let lastYear: FiscalYear?
    let rises: Bool
  }

  mutating func reportWay(_ way: WayOfYears, at place: Place) {
    let (from, until) = (way.firstYear ?? FiscalYear(2022), way.lastYear ?? FiscalYear(2026))
    let limit = way.rises ? Wording("at least", "以上") : Wording("at most", "以下")
    report(
      .unexpectedWord, at: place,
      Wording("it is not said what is asked in the years between", "途中の年度に何を求めるかが書かれていません"),
      mend: Wording(
        "write is \(limit.english) \(way.last) by \(until.englishText), or: is on the path from \(way.first) in \(from.englishText) to \(way.last) in \(until.englishText)",
        "期限だけなら「\(until.japaneseText)までに\(way.last)\(limit.japanese)とする」、毎年度の計画値なら「\(from.japaneseText)の\(way.first)から\(until.japaneseText)の\(way.last)への計画線上」と書いてください"
      ))
  }

  /// The way that a Japanese sentence tells by its first two numbers and its years.
  var wayOfSentence: WayOfYears {
    let numbers = numbersOfSentence
    let years = yearsOfSentence
    let (first, last) = numbers.count > 1 ? (numbers[0], numbers[1]) : (nil, nil)
    let rises = first.flatMap { low in last.map { low.value < $0.value } } ?? true
    return WayOfYears(
      first: first?.written ?? "14", last: last?.written ?? "100", firstYear: years.count > 1 ? years[0] : nil,
      lastYear: years.last,
      rises: rises)
  }

  private var numbersOfSentence: [(written: String, value: Rational)] {
    var index = position
    while index > 0, tokens[index - 1].kind != .sign(.stop), !tokens[index].isFirstOnLine { index -= 1 }
    var numbers: [(written: String, value: Rational)] = []
    while index < tokens.count, tokens[index].kind != .sign(.stop), tokens[index].kind != .end {
      if case .number(let number) = tokens[index].kind {
        var end = index + 1
        if end < tokens.count, isUnit(tokens[end]) { end += 1 }
        numbers.append((written(index, end), number.value))
      }
      index += 1
    }
    return numbers
  }

  private func isUnit(_ token: Token) -> Bool {
    switch token.kind {
    case .unit, .level, .word(.percent, _), .word(.points, _): true
    default: false
    }
  }
}
