import PDCAEngine

/// The command line, taken apart.
struct Arguments {
  var command = ""
  var operands: [String] = []
  var year: String?
  var areas: String?
  var area: String?
  var target: String?
  var format = OutputFormat.text
  var output: String?
  var language: OutputLanguage?
  var settings: [(name: String, value: String)] = []
  var variation: (name: String, range: String)?
  var color = ColorChoice.auto
  /// What `page --data` names, as often as it is given.
  var data: [String] = []
  var isQuiet = false
  /// The outcomes that CSV lists, and its columns.
  var listed: [String] = []
  var columns: [String] = []
  /// Where the number of outcomes of each kind is written.
  var totals: String?
  /// How many cores may be used; nothing for all.
  var cores: Int?
  /// `format --check` only tells which files would change.
  var checksOnly = false
  var wantsHelp = false
  var wantsVersion = false

  enum ColorChoice: String { case auto, always, never }

  /// What is wrong with a command line, in both languages.
  struct Fault: Error {
    let english: String
    let japanese: String
  }

  init(_ words: [String]) throws(Fault) {
    var rest = words[...]
    var optionsEnded = false
    while let word = rest.popFirst() {
      if optionsEnded || word == "-" || !word.hasPrefix("-") {
        if command.isEmpty { command = word } else { operands.append(word) }
      } else if word == "--" {
        optionsEnded = true
      } else {
        try take(option: word, &rest)
      }
    }
  }

  private mutating func take(option word: String, _ rest: inout ArraySlice<String>) throws(Fault) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    var attached = parts.count > 1 ? String(parts[1]) : nil
    func value() throws(Fault) -> String {
      if let given = attached {
        attached = nil
        return given
      }
      guard let next = rest.popFirst() else {
        throw Fault(english: "\(name) needs a value", japanese: "\(name) には値が必要です")
      }
      return next
    }
    switch name {
    case "--year": year = try value()
    case "--areas": areas = try value()
    case "--area": area = try value()
    case "--target": target = try value()
    case "--data": data.append(try value())
    case "--output", "-o": output = try value()
    case "--format": format = try choice(name, try value())
    case "--color", "--colour": color = try choice(name, try value())
    case "--language": language = try languageChoice(try value())
    case "--set": settings.append(try setting(name, try value()))
    case "--vary":
      let (parameter, range) = try setting(name, try value())
      variation = (parameter, range)
    case "--only": listed += Arguments.names(try value())
    case "--columns": columns += Arguments.names(try value())
    case "--totals": totals = try value()
    case "--cores":
      let written = try value()
      guard let number = Int(written), (1...1024).contains(number) else {
        throw Fault(english: "--cores is a number such as 2, not 「\(written)」", japanese: "--cores は 2 のような数です（「\(written)」）")
      }
      cores = number
    case "--quiet", "-q": isQuiet = true
    case "--check": checksOnly = true
    case "--help", "-h": wantsHelp = true
    case "--version": wantsVersion = true
    default: throw Fault(english: "there is no option \(name)", japanese: "オプション \(name) はありません")
    }
    if attached != nil { throw Fault(english: "\(name) takes no value", japanese: "\(name) に値は付けられません") }
  }

  /// Names with commas between them.
  private static func names(_ text: String) -> [String] {
    text.split(separator: ",").map { String($0) }
  }

  private func choice<Choice: RawRepresentable>(_ name: String, _ text: String) throws(Fault) -> Choice
  where Choice.RawValue == String {
    if let choice = Choice(rawValue: text) { return choice }
    throw Fault(english: "\(name) does not know 「\(text)」", japanese: "\(name) に「\(text)」は指定できません")
  }

  private func languageChoice(_ text: String) throws(Fault) -> OutputLanguage {
    switch text {
    case "ja": return .japanese
    case "en": return .english
    default: throw Fault(english: "--language is ja or en, not 「\(text)」", japanese: "--language は ja か en です（「\(text)」）")
    }
  }

  private func setting(_ option: String, _ text: String) throws(Fault) -> (name: String, value: String) {
    let signs = text.unicodeScalars
    guard let sign = signs.firstIndex(where: { $0 == "=" || $0 == "＝" }) else {
      throw Fault(
        english: "\(option) is written NAME=VALUE, not 「\(text)」", japanese: "\(option) は「名前=値」の形です（「\(text)」）")
    }
    return (String(signs[..<sign]), String(signs[signs.index(after: sign)...]))
  }
}
