/// A text for a terminal as it grows: lines of runs, indented, padded and wrapped by display width. What it is given is made
/// safe here, so that no caller can forget to.
struct TextCanvas {
  private(set) var bytes: [UInt8] = []
  let style: TextStyle
  let breaking: LineBreaking

  init(_ style: TextStyle) {
    self.style = style
    breaking = LineBreaking(measure: style.measure)
  }

  func columns(_ text: String) -> Int { style.measure.columns(of: SafeText.escaped(text)) }

  mutating func blank() { bytes.append(UInt8(ascii: "\n")) }

  /// A heading, with an empty line before it.
  mutating func heading(_ text: String, _ tone: Tone = .strong) {
    blank()
    line([Run(text, tone)])
  }

  /// One line as it is, however wide.
  mutating func line(_ runs: [Run], indent: Int = 0) {
    var spaces = indent
    for run in runs where !run.text.isEmpty {
      var text = SafeText.escaped(run.text)
      text.withUTF8 { text in
        // Spaces that nothing follows are not written.
        guard let first = text.firstIndex(where: { $0 != 0x20 }), let last = text.lastIndex(where: { $0 != 0x20 }) else {
          spaces += text.count
          return
        }
        pad(spaces + first)
        write(text[first...last], run.tone)
        spaces = text.count - 1 - last
      }
    }
    blank()
  }

  /// A line of text that is wrapped; further lines are indented by `hanging`.
  mutating func paragraph(_ text: String, indent: Int = 0, hanging: Int? = nil, tone: Tone = .plain) {
    labelled("", text, indent: indent, hanging: hanging ?? indent, tone: tone)
  }

  /// A word that introduces a text which is wrapped beside it.
  mutating func labelled(_ label: String, _ text: String, indent: Int, hanging: Int, tone: Tone = .plain) {
    let lead = label.isEmpty ? indent : max(hanging, indent + columns(label) + 2)
    let lines = breaking.lines(SafeText.escaped(text), first: style.width - lead, width: style.width - hanging)
    for (number, line) in lines.enumerated() {
      pad(number == 0 ? indent : hanging)
      if number == 0, !label.isEmpty {
        write(SafeText.escaped(label).utf8, .faint)
        pad(lead - indent - columns(label))
      }
      write(line.utf8, tone)
      blank()
    }
  }

  private mutating func pad(_ count: Int) {
    for _ in 0..<max(0, count) { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func write(_ text: some Collection<UInt8>, _ tone: Tone) {
    let coloured = style.colour && tone != .plain
    if coloured { bytes.append(contentsOf: ("\u{1B}[" + tone.code + "m").utf8) }
    bytes.append(contentsOf: text)
    if coloured { bytes.append(contentsOf: "\u{1B}[0m".utf8) }
  }
}
