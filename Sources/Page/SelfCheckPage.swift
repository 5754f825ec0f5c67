import Diagnostics
import Facts
import Inflation
import Quantities
import Reports
import RuleLanguage
import Rulebook

/// The self-check page: one HTML file that holds the engine, a rulebook, its areas and what is known of earlier years. It opens
/// without a network, asks for nothing outside itself, and its policy would refuse anything else.
package struct SelfCheckPage {
  package let rulebook: Rulebook
  /// What is to be remarked on the rulebook.
  package let remarks: [Diagnostic]
  /// What is known: figures of the areas that the page is for, and of those above them.
  package let facts: Facts
  /// The areas that can be chosen.
  package let areas: [Int]
  package let year: FiscalYear
  package let language: Language
  package let engineVersion: String

  package init(
    rulebook: Rulebook, remarks: [Diagnostic], facts: Facts, areas: [Int], year: FiscalYear, language: Language,
    engineVersion: String
  ) {
    self.rulebook = rulebook
    self.remarks = remarks
    self.facts = facts
    self.areas = areas
    self.year = year
    self.language = language
    self.engineVersion = engineVersion
  }

  /// Whether this build of the program holds the engine for pages.
  package static var isAvailable: Bool { PageAssets.module != nil }

  /// The page; nothing where this build holds no engine for it.
  package func html() -> [UInt8]? {
    guard let module = PageAssets.module else { return nil }
    let packed = PackedRulebook(rulebook, remarks: remarks).bytes
    guard let content = Deflating.deflate(self.content(packed), level: 9), let rules = Deflating.deflate(packed, level: 9) else {
      return nil
    }
    var writer = MarkupWriter()
    writer.raw("<!DOCTYPE html>\n")
    writer.element("html", [.init("lang", language == .japanese ? "ja" : "en")]) { writer in
      writer.element("head") { writer in
        writer.single("meta", [.init("charset", "utf-8")])
        writer.single("meta", [.init("http-equiv", "Content-Security-Policy"), .init("content", SelfCheckPage.policy)])
        writer.single("meta", [.init("name", "viewport"), .init("content", "width=device-width, initial-scale=1")])
        writer.single("meta", [.init("name", "color-scheme"), .init("content", "light dark")])
        writer.element("title", text: rulebook.program.title)
        writer.element("style") { $0.raw(PageAssets.pageStyle) }
      }
      writer.lineBreak()
      writer.element("body") { writer in
        writer.element("div", [.init("id", "page")]) { writer in
          writer.element("h1", text: rulebook.program.title)
          writer.element("p", [.init("id", "opening"), .init("role", "status")], text: opening)
          writer.element("noscript") { writer in
            writer.element("p", [.init("lang", "ja")], text: "このページを使うには、ブラウザの JavaScript を有効にしてください。")
            writer.element("p", [.init("lang", "en")], text: "This page needs JavaScript.")
          }
        }
        writer.lineBreak()
        writer.element("script", [.init("type", "text/plain"), .init("id", "content")]) { $0.text(Base64.text(of: content)) }
        writer.lineBreak()
        writer.element("script", [.init("type", "text/plain"), .init("id", "rulebook")]) { $0.text(Base64.text(of: rules)) }
        writer.lineBreak()
        writer.element("script", [.init("type", "text/plain"), .init("id", "engine")]) { $0.raw(module) }
        writer.lineBreak()
        writer.element("script", [.init("id", "machine")]) { $0.raw(PageAssets.engineScript) }
        writer.lineBreak()
        writer.element("script") { $0.raw(PageAssets.pageScript) }
      }
    }
    writer.lineBreak()
    return writer.bytes
  }

  private var opening: String { language == .japanese ? "準備しています…" : "Opening…" }

  /// Nothing but the style and the script of this very file; the engine is compiled from bytes, which needs a word of its own.
  private static var policy: String {
    let style = hash(of: PageAssets.pageStyle)
    let scripts = "\(hash(of: PageAssets.engineScript)) \(hash(of: PageAssets.pageScript))"
    return "default-src 'none'; style-src \(style); script-src \(scripts) 'wasm-unsafe-eval'; base-uri 'none'; form-action 'none'"
  }

  private static func hash(of text: StaticString) -> String { PageStyle.hash(of: Array(text.description.utf8)) }

  // MARK: What the script works on

  private func content(_ packed: [UInt8]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("language", language == .japanese ? "ja" : "en")
    writer.member("version", engineVersion)
    writer.member("year", Int(year.number))
    writer.member("program", rulebook.program.title)
    writer.member("identity", identity(packed))
    writer.member("areas", String(decoding: AreaFile.text(of: facts.areas, levels: rulebook.program.levels), as: UTF8.self))
    writer.key("levels")
    writer.beginList()
    for level in rulebook.program.levels {
      writer.beginList()
      writer.value(level.word(in: .japanese))
      writer.value(level.word(in: .english))
      writer.endList()
    }
    writer.endList()
    writer.key("choices")
    writer.beginList()
    for area in areas { write(area, to: &writer) }
    writer.endList()
    writer.endObject()
    return writer.finish()
  }

  private func write(_ position: Int, to writer: inout JSONWriter) {
    let area = facts.areas.areas[position]
    writer.beginObject()
    writer.member("code", area.code)
    writer.member("ja", area.name)
    writer.member("en", area.romaji.isEmpty ? area.name : area.romaji)
    writer.member("level", area.level)
    writer.member("known", String(decoding: KnownFigures.file(of: position, in: facts, rulebook, until: year), as: UTF8.self))
    writer.endObject()
  }

  /// What tells this page's saved entries from those of another rulebook or year.
  private func identity(_ packed: [UInt8]) -> String {
    var bytes: [UInt8] = Array(String(year.number).utf8)
    bytes += packed
    return String(SHA256.hexadecimal(of: bytes).prefix(16))
  }
}
