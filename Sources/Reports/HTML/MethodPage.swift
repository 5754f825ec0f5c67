import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// How the results came about: the sentences of the rulebook, the values of its parameters, the files by their sums.
struct MethodPage {
  let site: Site

  private static let mostRemarks = 300

  private var index: OutcomeIndex { site.index }
  private var language: Language { index.input.language }
  private func say(_ english: String, _ japanese: String) -> String { site.say(english, japanese) }

  func bytes() -> [UInt8] {
    site.page(say("Method", "判定の方法"), file: "method.html") { writer in
      verdicts(to: &writer)
      parameters(to: &writer)
      targets(to: &writer)
      files(to: &writer)
      remarks(to: &writer)
    }
  }

  private func verdicts(to writer: inout MarkupWriter) {
    let meanings: [(Verdict, String)] = [
      (.met, say("the requirement holds, whatever is still unreported", "求める条件を満たす。未報告の数値がどうであっても変わらない。")),
      (.missed, say("it does not hold, whatever is still unreported", "条件を満たさない。未報告の数値がどうであっても変わらない。")),
      (.notReported, say("a figure that could decide is not reported", "判定を左右する数値の報告がない。")),
      (.notApplicable, say("the requirement is not asked of the area", "その区域には求めない。")),
      (.notDue, say("the year in which it is judged has not come", "判定する年度になっていない。")),
      (.waived, say("missed or not reported, and a waiver is in force", "達成していないが、猶予の期間にある。")),
      (.recorded, say("reported for the record only", "記録だけを求める。")),
    ]
    writer.element("h2", text: say("What the outcomes mean", "判定の意味"))
    writer.element("dl") { writer in
      for (verdict, meaning) in meanings {
        writer.element("dt", text: site.word(verdict))
        writer.element("dd", text: meaning)
      }
    }
  }

  private func parameters(to writer: inout MarkupWriter) {
    if index.rulebook.parameters.isEmpty { return }
    writer.element("h2", text: say("Parameters", "設定値"))
    let year = index.input.judgement.year
    let heads: [HTMLTable.Cell] = index.rulebook.parameters.map {
      HTMLTable.text(index.phrasing.name($0.name, other: $0.otherName))
    }
    let texts = index.rulebook.parameters.map { parameter in
      [
        index.phrasing.figure(Quantity(parameter.value(in: year), parameter.dimension)),
        parameter.replacement?.year == year ? say("set for this run", "この判定のために変えた値") : "",
      ]
    }
    HTMLTable(
      caption: say("values in ", "値　") + index.phrasing.year(year),
      columns: [.wide(say("name", "名前")), .number(say("value", "値")), .plain(say("remark", "備考"))], heads: heads, texts: texts
    ).write(to: &writer)
  }

  private func targets(to writer: inout MarkupWriter) {
    writer.element("h2", text: say("Rules", "目標の文"))
    var table = HTMLTable(
      caption: say("the sentences that were judged", "判定した文"),
      columns: [
        .wide(say("target", "目標")), .short(say("item, stage", "項目・段階")), .short(say("kind", "区分")), .wide(say("sentence", "文")),
        .plain(say("because", "根拠")),
      ])
    for (position, target) in index.rulebook.targets.enumerated() {
      let sentences = target.requirements.flatMap { $0.places }.map { index.sentence($0) }
      let cells = [
        index.phrasing.kind(of: target, index.rulebook), target.severity.wording.text(in: language),
        sentences.joined(separator: say(" ", "")),
        index.phrasing.list(target.because),
      ]
      let isLinked = !index.byTarget[position].isEmpty
      let name: HTMLTable.Cell = { writer in
        if isLinked { site.targetLink(position, to: &writer) } else { writer.text(index.phrasing.name(of: target)) }
      }
      table.rows.append(HTMLTable.Row(cells: [name] + cells.map { HTMLTable.text($0) }))
    }
    table.write(to: &writer)
  }

  private func files(to writer: inout MarkupWriter) {
    let provenance = index.input.provenance
    writer.element("h2", text: say("Files", "入力ファイル"))
    writer.element("p", text: "pdca " + provenance.engineVersion)
    var table = HTMLTable(
      caption: say("files and their SHA-256", "ファイルと SHA-256"), columns: [.wide(say("file", "ファイル")), .wide("SHA-256")])
    for file in [provenance.rulebook] + provenance.inputs {
      table.rows.append(HTMLTable.Row(cells: [HTMLTable.text(file.path), { $0.element("code", text: file.sha256) }]))
    }
    table.write(to: &writer)
  }

  private func remarks(to writer: inout MarkupWriter) {
    let diagnostics = index.input.diagnostics
    writer.element("h2", [.init("id", "remarks")], text: say("Remarks on rulebook and data", "ルールブックとデータの指摘"))
    if diagnostics.isEmpty { return writer.element("p", text: say("There are none.", "ありません。")) }
    var reader = SourceReader(index.rulebook.sources)
    var table = HTMLTable(
      caption: say("remarks", "指摘"),
      columns: [.short(say("code", "コード")), .short(say("kind", "種類")), .plain(say("place", "場所")), .wide(say("remark", "内容"))])
    for diagnostic in diagnostics.prefix(MethodPage.mostRemarks) {
      let kind = diagnostic.severity == .error ? say("error", "エラー") : say("warning", "警告")
      let text = [diagnostic.message, diagnostic.mend].compactMap { $0?.text(in: language) }.joined(separator: say("; ", "。"))
      let cells = [diagnostic.code.name, kind, place(diagnostic.location, &reader), text]
      table.rows.append(HTMLTable.Row(cells: cells.map { HTMLTable.text($0) }))
    }
    table.write(to: &writer)
    if diagnostics.count > MethodPage.mostRemarks {
      let rest = String(diagnostics.count - MethodPage.mostRemarks)
      writer.element("p", text: say(rest + " more", "ほか" + rest + "件"))
    }
  }

  private func place(_ location: Location, _ reader: inout SourceReader) -> String {
    switch location {
    case .file(let path): return path
    case .cell(let place): return index.cells.name(of: place)
    case .rule(let span):
      let line = reader.position(of: span.start, in: span)?.line
      return (reader.file(span)?.path ?? "") + (line.map { ":" + String($0) } ?? "")
    }
  }
}
