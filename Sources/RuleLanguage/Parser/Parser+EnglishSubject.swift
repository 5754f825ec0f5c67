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
    if isWord(.whereWord) || isWord(.thatWord) { reportWhoseCondition(level, above) }
  }

  /// What to write where an English sentence does not begin with who.
  var formOfSubject: String? {
    guard isASCII(current) else { return nil }
    let (one, many, above) = areaWords
    switch current.kind {
    case .word(.gap, _):
      return "say who first: the \(above): the gap between the \(above)'s highest and lowest [X] is at most 10 points"
    case .word(.numberOf, _) where isLevelToken(peek()):
      return
        "say who first: the \(above): the number of \(many) where [X] is yes is more than last year; or at least 10 \(many) have [X]"
    case .word(.shareOf, _) where isLevelToken(peek()):
      return "write at least 80% of \(many) have [X] of at least 3"
    case .word(.numberOf, _), .word(.shareOf, _): return "say who first: every \(one): the \(text(of: current)) …"
    case .word(.target, _): return "begin with who: every \(one): [X] is at least 3"
    case .word(.not, _): return "write at least 1 \(one) has [X] of less than 3; no \(one) has …"
    case .name(let name) where isWord(.verb, ahead: 1) || isWord(.reports, ahead: 1) || isWord(.must, ahead: 1):
      return "one area is named so: the \(one) [\(name)] \(text(of: peek())) …"
    case .bare(let word): return form(ofPlanWord: word)
    default: return nil
    }
  }
}
