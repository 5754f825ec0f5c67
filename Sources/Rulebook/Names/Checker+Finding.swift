import Diagnostics
import Quantities
import RuleLanguage

// Finds what a name stands for. What its place asks for decides; if two things fit, both are named.

extension Checker {
  /// The one thing of these kinds that the name fits. Otherwise reports why there is none, and returns nothing.
  func find(_ name: NameSyntax, among kinds: [NamedThing.Kind], code: DiagnosticCode = .unknownName) -> NamedThing? {
    let table = kinds == [.target] ? targetNames : names
    let fitting = table.things(named: name.text, kinds: kinds)
    if fitting.count == 1 { return fitting[0] }
    if fitting.isEmpty {
      reportUnknown(name, kinds, code: code)
    } else {
      reportAmbiguous(name, fitting.map { ($0.wording, $0.place) }, codes: fitting.compactMap { $0.code })
    }
    return nil
  }

  /// A target by its position among the declared ones.
  func findTarget(_ name: NameSyntax) -> Int? {
    find(name, among: [.target], code: .unknownTarget)?.declaration
  }

  private func reportUnknown(_ name: NameSyntax, _ kinds: [NamedThing.Kind], code: DiagnosticCode) {
    let table = kinds == [.target] ? targetNames : names
    let what = wording(ofKinds: kinds)
    let isUnmarked = Int(name.place.span.end - name.place.span.start) == name.text.utf8.count
    let mend =
      isUnmarked
      ? Wording(
        "say it with words of the language (rises, falls, is at least, reports, has set up …), or put the declared name in marks",
        "ルールの言葉で書くか、宣言した名前を「」で囲んで書いてください")
      : Wording("declare it, or use a declared name", "宣言を加えるか、宣言した名前を使ってください")
    findings.error(
      code, at: name.place.span,
      isUnmarked
        ? Wording(
          "「\(name.text)」 is no word of the language, and no \(what.english) is called that",
          "「\(name.text)」はルールの言葉でも\(what.japanese)の名前でもありません")
        : Wording("no \(what.english) is called 「\(name.text)」", "\(what.japanese)「\(name.text)」はありません"),
      reason: reasonForOtherKind(name, kinds),
      mend: suggestion(for: name.text, among: table.names(of: kinds)) ?? mend)
  }

  /// Where the name fits something that its place does not ask for.
  private func reasonForOtherKind(_ name: NameSyntax, _ kinds: [NamedThing.Kind]) -> Wording? {
    let others =
      names.things(named: name.text, kinds: [.indicator, .measure, .parameter, .table, .group])
      + targetNames.things(named: name.text, kinds: [.target])
    if let other = others.first {
      let what = other.wording
      return Wording("the name is that of \(what.english), which cannot stand here", "\(what.japanese)はここには書けません")
    }
    for ladder in rulebook.ladders where ladder.step(spelled: name.text) != nil {
      return Wording(
        "it is a step of 「\(ladder.name)」, and steps stand only where a figure is held against them",
        "「\(ladder.name)」の区分です。区分は、指標と比べるところにだけ書けます")
    }
    return nil
  }

  func reportAmbiguous(_ name: NameSyntax, _ fitting: [(wording: Wording, place: SourceSpan)], codes: [String]) {
    let english = fitting.map { $0.wording.english }.joined(separator: " or ")
    let japanese = fitting.map { $0.wording.japanese }.joined(separator: "、")
    let mend =
      codes.count == fitting.count
      ? Wording(
        "write the code: " + codes.map { "「\($0)」" }.joined(separator: " or "),
        "記号で書いてください：" + codes.map { "「\($0)」" }.joined(separator: "、"))
      : Wording("give one of them another name", "どちらかを別の名前にしてください")
    findings.error(
      .ambiguousName, at: name.place.span,
      Wording("「\(name.text)」 may mean \(english)", "「\(name.text)」は\(japanese)のどれとも読めます"),
      labels: fitting.map { Label(.rule($0.place), $0.wording) },
      reason: Wording("which one is meant is not guessed", "どれを指すかを推測することはしません"), mend: mend)
  }

  /// `did you mean …?` with the nearest names. A large rulebook with very many unknown names gets them for the first ones only.
  func suggestion(for name: String, among candidates: @autoclosure () -> [String]) -> Wording? {
    if suggestionsLeft <= 0 { return nil }
    let candidates = candidates()
    suggestionsLeft -= candidates.count
    let near = Suggestions.nearest(to: name, among: candidates) { NameFolding.fold($0) }.map { "「\($0)」" }
    if near.isEmpty { return nil }
    return Wording(
      "did you mean \(near.joined(separator: " or "))?", "\(near.joined(separator: "、"))ではありませんか")
  }

  private func wording(ofKinds kinds: [NamedThing.Kind]) -> Wording {
    switch kinds {
    case [.target]: Wording("target", "目標")
    case [.group]: Wording("group of areas", "分類")
    case [.table]: Wording("table", "内訳表")
    case [.indicator]: Wording("indicator", "指標")
    case [.indicator, .table]: Wording("indicator or table", "指標・内訳表")
    default: Wording("indicator, measure or parameter", "指標・算出指標・設定値")
    }
  }
}
