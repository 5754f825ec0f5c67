import Diagnostics
import Quantities

/// Names beside each other: `[A], [B] and [C]`, 「A」及び「B」の合計.
extension Parser {
  /// A name; or several that are added: `「A」及び「B」の合計`, `「A」と「B」の合計`.
  mutating func parseNameOrList(_ start: Int) -> ExpressionSyntax? {
    guard mayGoOnBehindName else { return takeNameAsFigure() }
    let list: ExpressionSyntax? = attempt { parser in
      guard let first = parser.takeNameAsFigure() else { return nil }
      var names = [first]
      while parser.takeListSeparator(), let next = parser.takeNameAsFigure() { names.append(next) }
      guard names.count > 1, parser.isWord(.particleNo), let aggregate = parser.aggregateWord(ahead: 1) else { return nil }
      parser.advance()
      parser.advance()
      return ExpressionSyntax(.aggregate(aggregate, level: nil, names), parser.place(from: start))
    }
    return list ?? parseJapaneseGap(start) ?? parsePerNumber(start) ?? takeNameAsFigure()
  }

  /// Whether behind the name that stands here another may follow, or a number: 「A」、「B」の合計, 「人口」1,000人当たりの「X」.
  private var mayGoOnBehindName: Bool {
    if isSign(.pause, ahead: 1) || isSign(.comma, ahead: 1) { return true }
    switch peekWord() {
    case .and, .listAnd: return true
    case nil: return !isSign(.stop, ahead: 1)
    default: return false
    }
  }

  mutating func takeNameAsFigure() -> ExpressionSyntax? {
    takeName().map { ExpressionSyntax(.name($0), $0.place) }
  }

  /// What stands between the names of a list; nothing at all between marks: `「A」「B」「C」のうち`.
  mutating func takeListSeparator() -> Bool {
    if case .name = current.kind { return true }
    guard let ahead = listSeparatorLength else { return false }
    for _ in 0..<ahead { advance() }
    return true
  }

  var startsListSeparator: Bool { startsWithName || listSeparatorLength != nil }

  /// How many tokens separate this place from the next figure of a list.
  private var listSeparatorLength: Int? {
    var ahead = 0
    while isSign(.pause, ahead: ahead) || isSign(.comma, ahead: ahead) || isWord(.listAnd, ahead: ahead)
      || isWord(.and, ahead: ahead)
    {
      ahead += 1
    }
    if ahead == 0 { return nil }
    switch peek(ahead).kind {
    case .name, .bare: return ahead
    default: return startsJapaneseYear(ahead: ahead) ? ahead : nil
    }
  }
}
