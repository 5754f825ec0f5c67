import Diagnostics
import Reports

extension Pipeline {
  /// What a diagnostic means, with a wrong and a right example; nothing where there is no such code.
  public static func explain(code: String, language: OutputLanguage, usesColour: Bool, width: Int) -> [UInt8]? {
    guard let found = CodeExplanation.code(named: code) else { return nil }
    let style = TextStyle(colour: usesColour, width: width)
    if language == .japanese { return CodeExplanation.text(of: found, language: .japanese, style: style) }
    return CodeExplanation.text(of: found, language: .english, examples: CodeExamples.english(found.page), style: style)
  }
}
