extension Lexer {
  /// Punctuation and the signs of arithmetic.
  mutating func readSign(_ scalar: UInt32) -> Bool {
    let start = position
    if scalar == 0x7E || scalar == 0x301C {
      position += 1
      append(.word(.from, joins: false), from: start)
      return true
    }
    guard let sign = sign(scalar) else { return readSymbolWord(scalar) }
    position += 1
    append(.sign(sign), from: start)
    return true
  }

  private func sign(_ scalar: UInt32) -> Sign? {
    switch scalar {
    case 0x2C: .comma
    case 0x3001, 0xFF64: .pause
    case 0x3002, 0x2E, 0xFF61: .stop
    case 0x3A: .colon
    case 0x3D: .equals
    case 0x28: .open
    case 0x29: .close
    case 0x2B: .plus
    case 0x2D: .minus
    case 0xB1: .plusMinus
    case 0xD7, 0x2A: .times
    case 0xF7, 0x2F: .divided
    case 0x3C: declaresWords ? .less : nil
    case 0x30FC, 0x2010...0x2015: isBetweenFigures ? .minus : nil
    default: nil
    }
  }

  /// An IME writes ー for a minus; between two figures it can be nothing else.
  private var isBetweenFigures: Bool {
    switch tokens.last?.kind {
    case .name, .number, .unit, .sign(.close), .word(.percent, _): break
    default: return false
    }
    var next = position + 1
    while text.scalar(next) == 0x20 { next += 1 }
    return text.scalar(next) == 0x300C || text.scalar(next) == 0x5B || text.scalar(next) == 0x28
      || SourceCharacters.isDigit(text.scalar(next))
  }

  /// Words that are written with signs: %, 's, ≧, <=.
  private mutating func readSymbolWord(_ scalar: UInt32) -> Bool {
    let start = position
    if scalar == 0x27, let end = text.end(of: [0x27, 0x73], at: position) {
      position = end
      append(.word(.possessive, joins: false), from: start)
      return true
    }
    guard Lexer.isSymbol(scalar), let (meaning, end) = vocabulary.longestWord(in: text, at: position),
      case .word(let word, let joins) = meaning
    else { return false }
    position = end
    append(.word(word, joins: joins), from: start)
    return true
  }

  private static func isSymbol(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x25, 0x3C, 0x3E, 0x2260, 0x2264...0x2267: true
    default: false
    }
  }
}
