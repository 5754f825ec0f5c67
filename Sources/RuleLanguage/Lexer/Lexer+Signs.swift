extension Lexer {
  /// Punctuation and the signs of arithmetic.
  mutating func readSign(_ scalar: UInt32) -> Bool {
    guard let sign = sign(scalar) else { return readPercentOrPossessive(scalar) }
    let start = position
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
    case 0xD7, 0x2A: .times
    case 0xF7, 0x2F: .divided
    case 0x3C: .less
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

  private mutating func readPercentOrPossessive(_ scalar: UInt32) -> Bool {
    let start = position
    if scalar == 0x27, let end = text.end(of: [0x27, 0x73], at: position) {
      position = end
      append(.word(.possessive, joins: false), from: start)
      return true
    }
    guard scalar == 0x25, let (meaning, end) = vocabulary.longestWord(in: text, at: position),
      case .word(let word, let joins) = meaning
    else { return false }
    position = end
    append(.word(word, joins: joins), from: start)
    return true
  }
}
