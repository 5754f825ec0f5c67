import Diagnostics
import Quantities

extension Lexer {
  private static let monthNames: [[UInt32]] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
  ].map { Vocabulary.scalars(of: $0) }

  /// The first three letters of each month, which tell it from the others.
  private static let monthHeads = monthNames.map { head($0[0], $0[1], $0[2]) }

  private static func head(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt64 {
    UInt64(first) << 42 | UInt64(second) << 21 | UInt64(third)
  }

  private static let eras: [(era: Era, name: [UInt32], letter: UInt32)] = Era.allCases.map { era in
    (era, Vocabulary.scalars(of: era.name), UInt32(era.letter) + 0x20)
  }

  /// What the names of eras begin with, and their letters.
  private static let eraStarts = eras.flatMap { [$0.name[0], $0.letter] }

  /// `2024-03-31`, `2024年3月31日`, `6月30日`, `30 June`; a month alone: `4月`.
  mutating func readDate() -> Bool {
    let start = position
    let first = digits(at: position)
    guard let number = first.value else { return false }
    if first.count == 4 {
      if let (month, day, end) = monthAndDay(at: first.end, separators: 0x2D) ?? monthAndDay(at: first.end, separators: 0x2F)
        ?? japaneseMonthAndDay(afterYearSignAt: first.end)
      {
        position = end
        appendDate(number, month, day, from: start)
        return true
      }
    } else if text.scalar(first.end) == 0x6708 {
      let second = digits(at: first.end + 1)
      if let day = second.value, text.scalar(second.end) == 0x65E5 {
        position = second.end + 1
        appendDayOfYear(number, day, from: start)
      } else if text.scalar(first.end + 1) == 0x672B, (1...12).contains(number) {
        // 6月末, 6月末日
        position = first.end + (text.scalar(first.end + 2) == 0x65E5 ? 3 : 2)
        appendDayOfYear(number, CalendarDate.days(inMonth: number, of: 2024), from: start)
      } else {
        position = first.end + 1
        append(.month(number), from: start)
      }
      return true
    } else if let (month, end) = monthName(at: first.end) {
      position = end
      appendDayOfYear(month, number, from: start)
      return true
    }
    return false
  }

  /// `令和5年度`, `R5年度`, `令和6年3月31日`, `FY2023`, `CY2015`, 平成27年, and a month's name.
  mutating func readEraDateOrYear() -> Bool {
    let start = position
    let first = text.scalar(start)
    // FY2023, CY2023
    if first == 0x66 || first == 0x63, text.scalar(start + 1) == 0x79, SourceCharacters.isDigit(text.scalar(start + 2)) {
      let written = digits(at: start + 2)
      if written.count == 4, let year = written.value {
        position = written.end
        appendYear(year, isCalendar: first == 0x63, from: start)
        return true
      }
    }
    if let (month, end) = monthName(at: position) {
      let day = digits(at: skippingSpaces(end))
      if let number = day.value, day.count <= 2 {
        position = day.end
        appendDayOfYear(month, number, from: start)
      } else {
        position = end
        append(.month(month), from: start)
      }
      return true
    }
    guard let (era, afterEra) = eraName(at: position), let (ordinal, afterOrdinal) = eraOrdinal(at: afterEra) else {
      return false
    }
    let year = era.year(ordinal)
    // 令和8（2026）年度
    let afterYear = bracketedYear(at: afterOrdinal, year, isWhole: false) ?? afterOrdinal
    if text.scalar(afterYear) == 0x5E74, text.scalar(afterYear + 1) == 0x5EA6 {
      position = afterYearEnd(afterYear + 2, year)
      warnOfPastEra(era, ordinal, from: start)
      appendYear(year, from: start)
      return true
    }
    let dotted = monthAndDay(at: afterYear, separators: 0x2E)
    if let (month, day, end) = dotted ?? japaneseMonthAndDay(afterYearSignAt: afterYear) {
      position = end
      appendDate(year, month, day, from: start)
      return true
    }
    guard text.scalar(afterYear) == 0x5E74 else { return false }
    position = afterYear + 1
    warnOfPastEra(era, ordinal, from: start)
    appendYear(year, isCalendar: true, from: start)
    return true
  }

  /// `2023年度`, and `2023年` for figures by calendar year.
  mutating func readYear() -> Bool {
    let start = position
    let written = digits(at: position)
    guard let year = written.value, written.count == 4, text.scalar(written.end) == 0x5E74 else { return false }
    let isFiscal = text.scalar(written.end + 1) == 0x5EA6
    position = isFiscal ? afterYearEnd(written.end + 2, year) : written.end + 1
    appendYear(year, isCalendar: !isFiscal, from: start)
    return true
  }

  /// 令和4年度末 and 令和4年度末時点: a year's figure is the one at its end; 令和4年度中 and 令和4年度内 are that year, too. The same year may stand once more: 2026年度（令和8年度）.
  private func afterYearEnd(_ written: Int, _ year: Int32) -> Int {
    let start = bracketedYear(at: written, year, isWhole: true) ?? written
    if text.scalar(start) == 0x4E2D || text.scalar(start) == 0x5185 { return start + 1 }
    guard text.scalar(start) == 0x672B else { return start }
    return text.scalar(start + 1) == 0x6642 && text.scalar(start + 2) == 0x70B9 ? start + 3 : start + 1
  }

  /// The position behind the same year in brackets; whole, it has its 年度.
  private func bracketedYear(at start: Int, _ year: Int32, isWhole: Bool) -> Int? {
    guard text.scalar(start) == 0x28 else { return nil }
    var end: Int
    if let (era, afterEra) = eraName(at: start + 1), let (ordinal, afterOrdinal) = eraOrdinal(at: afterEra) {
      guard era.year(ordinal) == year else { return nil }
      end = afterOrdinal
    } else {
      let written = digits(at: start + 1)
      guard written.value == year else { return nil }
      end = written.end
    }
    if isWhole {
      guard text.scalar(end) == 0x5E74, text.scalar(end + 1) == 0x5EA6 else { return nil }
      end += 2
    }
    return text.scalar(end) == 0x29 ? end + 1 : nil
  }

  // MARK: Pieces

  private func digits(at start: Int) -> (value: Int32?, count: Int, end: Int) {
    var value: Int32 = 0
    var end = start
    while SourceCharacters.isDigit(text.scalar(end)), end - start < 5 {
      value = value * 10 + Int32(text.scalar(end) - 0x30)
      end += 1
    }
    return (end == start || SourceCharacters.isDigit(text.scalar(end)) ? nil : value, end - start, end)
  }

  private func skippingSpaces(_ start: Int) -> Int {
    var position = start
    while text.scalar(position) == 0x20 { position += 1 }
    return position
  }

  private func monthAndDay(at start: Int, separators: UInt32) -> (Int32, Int32, Int)? {
    guard text.scalar(start) == separators else { return nil }
    let month = digits(at: start + 1)
    guard let monthNumber = month.value, month.count <= 2, text.scalar(month.end) == separators else { return nil }
    let day = digits(at: month.end + 1)
    guard let dayNumber = day.value, day.count <= 2 else { return nil }
    return (monthNumber, dayNumber, day.end)
  }

  private func japaneseMonthAndDay(afterYearSignAt start: Int) -> (Int32, Int32, Int)? {
    guard text.scalar(start) == 0x5E74 else { return nil }
    let month = digits(at: start + 1)
    guard let monthNumber = month.value, text.scalar(month.end) == 0x6708 else { return nil }
    let day = digits(at: month.end + 1)
    guard let dayNumber = day.value, text.scalar(day.end) == 0x65E5 else { return nil }
    return (monthNumber, dayNumber, day.end + 1)
  }

  private func monthName(at start: Int) -> (Int32, Int)? {
    let position = skippingSpaces(start)
    // Every word of a sentence is asked.
    guard SourceCharacters.isWordPart(text.scalar(position)) else { return nil }
    let head = Lexer.head(text.scalar(position), text.scalar(position + 1), text.scalar(position + 2))
    guard let index = Lexer.monthHeads.firstIndex(of: head),
      let end = text.end(of: Lexer.monthNames[index][...], at: position)
    else { return nil }
    return (Int32(index + 1), end)
  }

  private func eraName(at start: Int) -> (Era, Int)? {
    let first = text.scalar(start)
    guard Lexer.eraStarts.contains(first) else { return nil }
    // Many an English word begins with the letter of an era.
    if first < 0x80, !SourceCharacters.isDigit(text.scalar(start + 1)) { return nil }
    for (era, name, letter) in Lexer.eras where name[0] == first || letter == first {
      if first == letter { return (era, start + 1) }
      if let end = text.end(of: name[...], at: start) { return (era, end) }
    }
    return nil
  }

  private func eraOrdinal(at start: Int) -> (Int32, Int)? {
    if text.scalar(start) == 0x5143 { return (1, start + 1) }
    let ordinal = digits(at: start)
    guard let value = ordinal.value, ordinal.count <= 2, value > 0 else { return nil }
    return (value, ordinal.end)
  }

  // MARK: Tokens and remarks

  private mutating func appendYear(_ year: Int32, isCalendar: Bool = false, from start: Int) {
    if !FiscalYear.known.contains(year) { reportDate(from: start) }
    append(isCalendar ? .calendarYear(FiscalYear(year)) : .fiscalYear(FiscalYear(year)), from: start)
  }

  private mutating func appendDate(_ year: Int32, _ month: Int32, _ day: Int32, from start: Int) {
    let date = CalendarDate(year: year, month: month, day: day)
    if date == nil { reportDate(from: start) }
    append(.date(date ?? CalendarDate(dayNumber: 0)), from: start)
  }

  private mutating func appendDayOfYear(_ month: Int32, _ day: Int32, from start: Int) {
    if !(1...12).contains(month) || day < 1 || day > CalendarDate.days(inMonth: month, of: 2024) { reportDate(from: start) }
    append(.dayOfYear(month: month, day: day), from: start)
  }

  private mutating func reportDate(from start: Int) {
    let written = text.text(from: start, to: position)
    report(
      .impossibleDate, from: start,
      Wording("there is no 「\(written)」 in the calendar", "「\(written)」という日付・年度はありません"),
      mend: Wording("write it like 2024-03-31, 30 June or FY2023", "令和6年3月31日、6月30日、令和5年度 のように書いてください"))
  }

  private mutating func warnOfPastEra(_ era: Era, _ ordinal: Int32, from start: Int) {
    guard !isSurvey, let last = era.lastYear, era.year(ordinal) > last else { return }
    let today = FiscalYear(era.year(ordinal)).japaneseText
    diagnostics.append(
      Diagnostic(
        .pastEra, .warning, at: .rule(span(from: start, to: position)),
        Wording("\(era.name)\(ordinal)年度 lies after the end of the era", "\(era.name)\(ordinal)年度は改元後の年度です"),
        mend: Wording("it is read as \(today)", "\(today)として読みます")))
  }
}
