import Diagnostics
import Facts
import Page
import Quantities
import Rulebook
import Submissions

extension Work {
  /// The self-check page for the areas that are asked for. It holds the rulebook, and what is known of these areas.
  mutating func page(_ rulebook: Rulebook, _ facts: Facts, _ areas: [Int], _ year: FiscalYear) -> Response? {
    var carried = rulebook
    carried.sources = SourceSet()
    for file in rulebook.sources.files { _ = carried.sources.add(SourceText(path: pathInside(file.path), bytes: file.bytes)) }
    // What is remarked on a rulebook stands at its rules; remarks on data are not the page's.
    let ruleRemarks = diagnostics.filter { if case .rule = $0.location { true } else { false } }
    let page = SelfCheckPage(
      rulebook: carried, remarks: ruleRemarks, facts: facts, areas: areas, year: year, language: language,
      engineVersion: engineVersion)
    guard let html = page.html() else {
      report(
        .noPageEngine, at: .file(request.rulebook.shown("")),
        Wording("this build of the program holds no engine for pages", "このプログラムには、ページ用の判定部分が入っていません"),
        reason: Wording(
          "the toolchain that built it cannot compile Embedded Swift for wasm32",
          "ビルドに使ったツールチェーンが、wasm32 向けの Embedded Swift に対応していません"),
        mend: Wording(
          "build it with a Swift toolchain from swift.org, 6.3 or later", "swift.org の Swift 6.3 以降のツールチェーンでビルドしてください"))
      return nil
    }
    return Response(output: html, remarks: remarks(), status: .met)
  }

  /// Any area may be chosen on the page, the lowest level first; with `--area` only the one.
  mutating func choosePageAreas(for rulebook: Rulebook, in facts: Facts) -> [Int]? {
    if let written = request.area { return area(named: written, in: facts).map { [$0] } }
    return rulebook.program.levels.indices.flatMap { facts.areas.areas(ofLevel: $0) }
  }

  /// A rule file's path inside the rulebook's folder, from the one that users know.
  private func pathInside(_ shown: String) -> String {
    let folder = request.rulebook.shown("")
    return shown.hasPrefix(folder) ? String(shown.dropFirst(folder.count)) : shown
  }
}
