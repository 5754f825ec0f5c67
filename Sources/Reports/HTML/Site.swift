import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// What all pages of a report share: the results, the names of the pages' files, and what is computed once for several pages.
struct Site {
  let index: OutcomeIndex
  /// For each area, its outcomes by their positions, in the order of the rulebook.
  let byArea: [[Int]]
  /// For each target, what its areas miss; nothing where none does.
  let open: [OpenTarget?]
  /// For each item, how many areas its page lists under one target.
  private let mostRows: [Int?: Int]
  let areaFiles: [String]
  /// Items that have an indicator or a target.
  let items: [Int]
  private let speakers: [Speaker: OutcomeIndex]
  private let sentences: [Speaker: [String]]

  private struct Speaker: Hashable {
    let target: Int
    let level: Int
  }

  init(_ input: ReportInput) {
    let index = OutcomeIndex(input)
    self.index = index
    var byArea = [[Int]](repeating: [], count: index.areas.count)
    var speakers: [Speaker: OutcomeIndex] = [:]
    var sentences: [Speaker: [String]] = [:]
    for position in index.outcomes.indices {
      let (target, area) = (index.outcomes[position].target, index.outcomes[position].area)
      byArea[area].append(position)
      let speaker = Speaker(target: target, level: index.level(ofArea: area))
      if speakers[speaker] == nil {
        let said = index.sentences(index.rulebook.targets[target], level: speaker.level)
        sentences[speaker] = said
        speakers[speaker] = index.speaking(like: said)
      }
    }
    self.byArea = byArea
    self.speakers = speakers
    self.sentences = sentences
    let targets = index.rulebook.targets
    let mostRows = Site.mostRows(targets)
    self.mostRows = mostRows
    open = input.area == nil ? targets.indices.map { index.openTarget($0, mostRows: mostRows[targets[$0].item] ?? 0) } : []
    areaFiles = Site.files(of: index.areas, index.rulebook.program.levels)
    items = index.rulebook.items.indices.filter { item in
      index.rulebook.indicators.contains { $0.item == item } || index.rulebook.targets.contains { $0.item == item }
    }
  }

  private static func mostRows(_ targets: [Target]) -> [Int?: Int] {
    var counts: [Int?: Int] = [:]
    for target in targets { counts[target.item, default: 0] += 1 }
    return counts.mapValues { ItemPage.mostRows($0) }
  }

  func mostRows(_ item: Int?) -> Int { mostRows[item] ?? 0 }

  /// Names of files in plain ASCII: `ward-271276.html` where the code allows, else by position.
  private static func files(of areas: [Area], _ levels: [Level]) -> [String] {
    var taken: Set<String> = []
    return areas.enumerated().map { position, area in
      let word = levels.indices.contains(area.level) ? levels[area.level].word(in: .english) : ""
      let isWord = !word.isEmpty && word.utf8.count < 20 && word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
      let code = area.code.lowercased()
      let isCode =
        !code.isEmpty && code.utf8.count <= 20
        && code.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
      var name = (isWord && word != "item" ? word : "area") + "-" + (isCode ? code : "n" + String(position + 1))
      while !taken.insert(name).inserted { name += "-" + String(position + 1) }
      return name + ".html"
    }
  }

  func itemFile(_ item: Int) -> String { "item-" + String(item + 1) + ".html" }

  /// The page on which a target stands, and its place there.
  func link(target position: Int) -> String {
    let item = index.rulebook.targets[position].item
    return (item.map { itemFile($0) } ?? "other.html") + "#target-" + String(position + 1)
  }

  var hasOtherPage: Bool {
    index.rulebook.targets.contains { $0.item == nil } || index.rulebook.indicators.contains { $0.item == nil }
  }

  func say(_ english: String, _ japanese: String) -> String { index.phrasing.say(english, japanese) }

  func word(_ verdict: Verdict) -> String { verdict.wording.text(in: index.input.language) }

  /// The outcome with the words of its own target.
  func openArea(_ outcome: Outcome) -> OpenArea {
    let speaker = speakers[Speaker(target: outcome.target, level: index.level(ofArea: outcome.area))] ?? index
    return speaker.openArea(outcome)
  }

  /// The sentences of a target that judge areas of a level.
  func sentences(of target: Int, level: Int) -> [String] { sentences[Speaker(target: target, level: level)] ?? [] }

  // MARK: The frame

  private static let sheetHash = PageStyle.hash(of: Array(PageStyle.sheet.description.utf8))

  /// A whole page. `file` is its own name, for the navigation; an empty one has none.
  func page(_ title: String, file: String, _ content: (inout MarkupWriter) -> Void) -> [UInt8] {
    var writer = MarkupWriter()
    writer.language = index.input.language
    writer.raw("<!DOCTYPE html>\n")
    writer.element("html", [.init("lang", say("en", "ja"))]) { writer in
      writer.element("head") { writeHead(title, file: file, to: &$0) }
      writer.lineBreak()
      writer.element("body") { writer in
        writer.raw(PageStyle.patterns)
        writer.element("a", [.init("class", "skip"), .init("href", "#main")], text: say("Skip to the content", "本文へ進む"))
        writer.element("header") { header(file, to: &$0) }
        writer.lineBreak()
        writer.element("main", [.init("id", "main")]) { writer in
          writer.element("h1", text: title)
          content(&writer)
        }
        writer.lineBreak()
        writer.element("footer") { footer(to: &$0) }
      }
    }
    writer.lineBreak()
    return writer.bytes
  }

  private func writeHead(_ title: String, file: String, to writer: inout MarkupWriter) {
    // Loose sheets of several areas can be told apart by their heads.
    let programme = index.rulebook.program.title + say(", ", "　") + index.phrasing.year(index.input.judgement.year)
    let pageHead = PageStyle.pageHead(programme, file == "index.html" ? say("Overview", "概要") : title)
    let policy =
      "default-src 'none'; style-src " + Site.sheetHash + " " + PageStyle.hash(of: Array(pageHead.utf8))
      + "; base-uri 'none'; form-action 'none'"
    writer.single("meta", [.init("charset", "utf-8")])
    writer.single("meta", [.init("http-equiv", "Content-Security-Policy"), .init("content", policy)])
    writer.single("meta", [.init("name", "viewport"), .init("content", "width=device-width, initial-scale=1")])
    writer.single("meta", [.init("name", "color-scheme"), .init("content", "light dark")])
    writer.element("title") { $0.plain(title + " - " + index.rulebook.program.title) }
    writer.element("style") { $0.raw(PageStyle.sheet) }
    writer.element("style") { $0.style(pageHead) }
  }

  private func header(_ file: String, to writer: inout MarkupWriter) {
    let year = index.phrasing.year(index.input.judgement.year)
    writer.element("p", [.init("class", "site")], text: index.rulebook.program.title + say(", ", "　") + year)
    if file.isEmpty { return }
    writer.element("nav", [.init("aria-label", say("Pages", "ページ"))]) { writer in
      writer.element("ul") { writer in
        entry("index.html", say("Overview", "概要"), file, to: &writer)
        for item in items {
          entry(itemFile(item), index.rulebook.items[item].code, file, label: index.itemName(item), to: &writer)
        }
        if hasOtherPage { entry("other.html", say("Other", "その他"), file, to: &writer) }
        entry("threads.html", say("Gaps over the years", "未達成の継続"), file, to: &writer)
        entry("method.html", say("Method", "判定の方法"), file, to: &writer)
      }
    }
  }

  private func entry(_ target: String, _ text: String, _ file: String, label: String? = nil, to writer: inout MarkupWriter) {
    var attributes: [MarkupWriter.Attribute] = [.init("href", target)]
    if target == file { attributes.append(.init("aria-current", "page")) }
    if let label { attributes.append(.init("aria-label", label)) }
    writer.element("li") { $0.element("a", attributes, text: text) }
  }

  private func footer(to writer: inout MarkupWriter) {
    let provenance = index.input.provenance
    writer.element(
      "p",
      text: "pdca " + provenance.engineVersion + say("; rulebook ", "　ルールブック ") + provenance.rulebook.path
        + say("; ", "　データ ") + String(provenance.inputs.count) + say(" data files", "ファイル"))
  }

  // MARK: Pieces

  func areaLink(_ area: Int, to writer: inout MarkupWriter) {
    guard areaFiles.indices.contains(area) else { return }
    if index.input.area != nil { return writer.text(index.areaName(area)) }
    writer.element("a", [.init("href", areaFiles[area])], text: index.areaName(area))
  }

  func targetLink(_ position: Int, to writer: inout MarkupWriter) {
    let name = index.phrasing.name(of: index.rulebook.targets[position])
    if index.input.area != nil { return writer.text(name) }
    writer.element("a", [.init("href", link(target: position))], text: name)
  }

  /// The numbers of a page in tiles.
  func tiles(_ counts: [(verdict: Verdict, count: Int)], to writer: inout MarkupWriter) {
    writer.element("ul", [.init("class", "tiles")]) { writer in
      for (verdict, count) in counts {
        let tone =
          switch verdict.tone {
          case .good: "good"
          case .bad: "bad"
          case .caution: "care"
          default: "soft"
          }
        writer.element("li") { writer in
          writer.element("b", [.init("class", tone)], text: index.phrasing.number(Rational(Int64(count))))
          writer.text(word(verdict))
        }
      }
    }
  }
}
