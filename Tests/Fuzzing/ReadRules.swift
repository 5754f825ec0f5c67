import Diagnostics
import RuleLanguage
import Rulebook

/// Reads bytes as a rulebook of one file, as far as the first data: words, tree, meaning. Any bytes may come; what is wrong
/// with them is a remark with a place in them.
func readRules(_ bytes: [UInt8]) {
  var sources = SourceSet()
  let source = SourceText(path: "rulebook.pdca", bytes: bytes)
  let file = sources.add(source)
  let survey = RuleReader.survey(source, file: file)
  let parsed = RuleReader.parse(source, file: file, words: survey.words)
  let checked = check(parsed.file.declarations, sources: sources)
  for diagnostic in parsed.diagnostics + checked.diagnostics { demandPlace(diagnostic.location, in: bytes) }
}

private func demandPlace(_ location: Location, in bytes: [UInt8]) {
  guard case .rule(let span) = location else { return }
  precondition(span.file == 0, "a remark on another file")
  precondition(span.start >= 0 && span.start <= span.end && Int(span.end) <= bytes.count, "a remark outside the file")
}
