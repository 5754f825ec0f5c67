import Facts
import Quantities
import Rulebook

/// What a text may mean where a table is headed by names.
struct Sense {
  var areas: [Int] = []
  var items: [Int] = []
  var year: FiscalYear?
  var word: Heading?
  /// Whether it heads a sum of what stands beside or above it.
  var isTotal = false

  var isName: Bool { !areas.isEmpty || !items.isEmpty || year != nil }

  /// Whether it names what the word heads: 北区 is what stands under 区.
  func isNamed(by word: Heading) -> Bool {
    switch word {
    case .area: !areas.isEmpty
    case .item: !items.isEmpty
    case .year: year != nil
    case .value, .note: false
    }
  }
}

/// The names that data may speak of, in all spellings that leave no doubt: 北区 and 大阪市北区, イ-1, 協議回数, イ-1 協議回数 and
/// 協議回数（回）.
struct NameSense {
  let areas: AreaTable
  let words: HeaderWords
  let places: PlaceMentions
  private var items: NameIndex
  private var longAreas = NameIndex()
  private var units: Set<FoldedName> = []
  private let totals: Set<FoldedName>
  private let asides: Set<FoldedName>

  init(rulebook: Rulebook, areas: AreaTable) {
    self.areas = areas
    words = HeaderWords(levels: rulebook.program.levels)
    items = NameIndex(minimumCapacity: rulebook.indicators.count * 5)
    for (position, indicator) in rulebook.indicators.enumerated() {
      items.add(indicator.code, position)
      for name in indicator.alsoCalled { items.add(name, position) }
      let unit = indicator.kind.unit
      if !unit.isEmpty { units.insert(FoldedName(unit)) }
      for label in [indicator.label, indicator.otherLabel] {
        guard let label else { continue }
        items.add(label, position)
        items.add(indicator.code + label, position)
        if unit.isEmpty { continue }
        items.add(label + "(" + unit + ")", position)
        items.add(indicator.code + label + "(" + unit + ")", position)
      }
    }
    for (position, area) in areas.areas.enumerated() {
      guard let parent = area.parent else { continue }
      longAreas.add(areas.areas[parent].name + area.name, position)
    }
    places = PlaceMentions(areas)
    totals = NameSense.folded(["計", "合計", "総計", "小計", "全体", "全区", "平均", "total", "sum", "average"])
    asides = NameSense.folded([
      "単位", "unit", "設問", "説明", "定義", "回答方法", "担当", "担当課", "担当者", "出典", "no", "no.", "番号", "通番", "種別", "分類",
    ])
  }

  private static func folded(_ words: [String]) -> Set<FoldedName> {
    var result: Set<FoldedName> = []
    for word in words { result.insert(FoldedName(word)) }
    return result
  }

  func area(_ text: String) -> [Int] {
    let short = areas.positions(named: text)
    return short.isEmpty ? longAreas.positions(of: text) : short
  }

  func item(_ text: String) -> [Int] { items.positions(of: text) }

  func isTotal(_ text: String) -> Bool { totals.contains(FoldedName(text)) }

  /// Whether a heading stands over what explains the figures.
  func isAside(_ text: String) -> Bool { asides.contains(FoldedName(text)) }

  /// Whether a text is a unit, alone or in brackets.
  func isUnit(_ text: String) -> Bool {
    var folded = NameFolding.fold(text)[...]
    if folded.hasPrefix("("), folded.hasSuffix(")") { folded = folded.dropFirst().dropLast() }
    return units.contains(FoldedName(String(folded)))
  }

  func sense(_ text: String) -> Sense {
    var sense = Sense()
    sense.word = words.heading(text)
    sense.areas = area(text)
    sense.items = item(text)
    sense.year = FiscalYear(spelled: text) ?? YearMentions.heading(text)
    sense.isTotal = isTotal(text)
    return sense
  }
}
