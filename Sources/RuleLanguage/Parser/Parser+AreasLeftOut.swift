import Diagnostics
import Quantities

/// 「人口」が1万人未満の市町村を除き、「計画」を…: who is asked is all that are left.
extension Parser {
  /// Whether the sentence leaves areas out before it says what is asked.
  var leavesAreasOut: Bool {
    var index = position
    while index + 2 < tokens.count {
      switch tokens[index].kind {
      case .sign(.stop), .end: return false
      case .level where isWord(.particleWo, at: index + 1) && isWord(.except, at: index + 2): return true
      default: index += 1
      }
    }
    return false
  }

  /// The の市町村を除き、 before a figure.
  mutating func takeAreasLeftOut() -> LevelSyntax? {
    skip([.ending, .particleNo])
    guard let level = takeLevel(), take(.particleWo), isWord(.except), text(of: current) == "除き" else { return nil }
    advance()
    skipPauses()
    return startsWithName ? level : nil
  }
}
