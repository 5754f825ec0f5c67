import Diagnostics
import Facts
import Quantities
import Rulebook

@testable import Submissions

private let nowhere = SourceSpan(file: 0, start: 0, end: 0)

/// A rulebook with an indicator of each kind, and a city with four wards, two of one name.
enum SmallRulebook {
  static let levels = [Level(words: ["区", "ward", "wards"]), Level(words: ["市", "city", "cities"])]

  static let areasText = """
    code,name,kana,romaji,level,parent
    271004,大阪市,おおさかし,Osaka,city,
    271276,北区,きたく,Kita,ward,271004
    271063,西区,にしく,Nishi,ward,271004
    271071,港区,みなとく,Minato,ward,271004
    231118,港区,みなとく,Minato,区,
    """

  static var areas: AreaTable {
    AreasReader.read(path: "areas.csv", bytes: Array(areasText.utf8), levels: levels).areas
  }

  static var rulebook: Rulebook {
    var rulebook = Rulebook(program: Program(title: "例", levels: levels), sources: SourceSet())
    rulebook.ladders = [
      Ladder(
        name: "実施状況",
        steps: [
          Ladder.Step(name: "現時点で未着手", spellings: ["未着手", "×"]),
          Ladder.Step(name: "実施に向け準備・調整中", spellings: ["準備・調整中", "△"]),
          Ladder.Step(name: "実施している", spellings: ["実施", "○"]),
        ])
    ]
    func add(
      _ code: String, _ label: String, _ kind: FigureKind, english: String? = nil, lowest: Int64? = nil, highest: Int64? = nil
    ) {
      rulebook.indicators.append(
        Indicator(
          code: code, label: label, otherLabel: english, kind: kind, lowest: lowest.map { Rational($0) },
          highest: highest.map { Rational($0) }, place: nowhere))
    }
    add("イ-1", "協議回数", .count(unit: "回"), english: "council meetings", lowest: 0, highest: 366)
    add("オ-1", "相談件数", .count(unit: "件"))
    add("オ-2", "その他", .count(unit: "人"))
    add("オ-3", "その他", .count(unit: "か所"))
    add("カ-1", "開催率", .percent(decimals: 1), lowest: 0, highest: 100)
    add("カ-2", "病床数", .number(unit: "本", decimals: nil))
    add("カ-3", "予算額", .amount(unit: "円"))
    add("ア-1", "既存情報の整理", .ladder(0))
    add("ア-2", "計画の有無", .yesOrNo)
    add("ア-3", "計画策定日", .date)
    add("ア-4", "方法", .choice(["対面", "オンライン"]))
    add("ア-5", "改善策", .text)
    return rulebook
  }

  static func read(_ files: [String], including year: Int32? = nil) -> SubmissionReading {
    var reader = SubmissionReader(rulebook: rulebook, areas: areas)
    for (position, text) in files.enumerated() { reader.add(path: "\(position + 1).csv", bytes: Array(text.utf8)) }
    return reader.read(including: year.map { FiscalYear($0) })
  }

  static func key(_ indicator: Int, _ area: Int, _ year: Int32) -> FigureKey {
    FigureKey(indicator: indicator, area: area, year: FiscalYear(year))
  }

  /// Such as `unknownArea@1:3:1`: the code, the file, the line and the column.
  static func summary(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { diagnostic in
      switch diagnostic.location {
      case .cell(let place):
        guard case .field(let line, let column) = place.position else { return "\(diagnostic.code)@?" }
        return "\(diagnostic.code)@\(place.file.dropLast(4)):\(line):\(column)"
      case .file(let path): return "\(diagnostic.code)@\(path.dropLast(4))"
      case .rule: return "\(diagnostic.code)@rule"
      }
    }
  }
}
