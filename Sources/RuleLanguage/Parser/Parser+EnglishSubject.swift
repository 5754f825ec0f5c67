import Diagnostics
import Quantities

/// Whom English sentences speak of, where more words say it than the language needs.
extension Parser {
  /// The `of the city` of `every ward of the city`, which all of them lie in.
  mutating func skipAreaAbove(_ level: LevelSyntax) {
    guard isWord(.of) || isWord(.inWord), isASCII(current) else { return }
    let ahead = isWord(.the, ahead: 1) ? 2 : 1
    guard case .level(let above) = peek(ahead).kind, above > level.index, !isWord(.possessive, ahead: ahead + 1) else { return }
    position += ahead + 1
  }
}
