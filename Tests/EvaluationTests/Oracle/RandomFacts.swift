import Facts
import Quantities
import RuleLanguage
import Rulebook

extension CaseMaker {
  mutating func makeFacts() -> Facts {
    var facts = Facts(areas: AreaTable(areas), years: years, indicatorCount: rulebook.indicators.count)
    let unknown = [0, 12, 30, 60][numbers.weighted([22, 33, 30, 15])]
    let notApplicable = [0, 4, 20][numbers.weighted([50, 40, 10])]
    for indicator in rulebook.indicators.indices {
      for area in areas.indices {
        for year in years {
          let key = FigureKey(indicator: indicator, area: area, year: FiscalYear(year))
          // A city seldom reports what can be gathered from its wards.
          let blank = areas[area].level > 0 && numbers.chance(60) ? 100 : unknown
          if numbers.chance(notApplicable) {
            facts.set(key, .notApplicable)
          } else if !numbers.chance(blank) {
            give(key, &facts)
          }
        }
      }
    }
    return facts
  }

  private mutating func give(_ key: FigureKey, _ facts: inout Facts) {
    let indicator = rulebook.indicators[key.indicator]
    switch indicator.kind {
    case .text:
      let position = facts.add(text: "text")
      facts.set(key, .given, stored: position)
    case .date:
      let day = Int32(numbers.between(29, 31))
      let date = CalendarDate(year: key.year.number, month: day == 31 ? 7 : 6, day: day == 31 ? 1 : day)
      facts.set(key, .given, stored: Int64(date?.dayNumber ?? 0))
    default:
      let least = indicator.leastStored
      let greatest = indicator.greatestStored(ladders: rulebook.ladders)
      let low = least ?? (greatest ?? 4) - 6
      let high = greatest ?? low + 6
      facts.set(key, .given, stored: low + Int64(numbers.below(Int(max(0, high - low)) + 1)))
    }
  }

  /// Reports figures, one after the other, until every outcome can be found by trying all fillings.
  mutating func reportUntil(atMost most: Int, _ judged: [FiscalYear], _ facts: inout Facts) {
    let evaluator = NaiveEvaluator(rulebook: rulebook, facts: facts) { _, _, _ in [.met, .missed] }
    for target in rulebook.targets.indices {
      for level in evaluator.levels(judgedBy: target) {
        for area in facts.areas.areas(ofLevel: level) {
          for year in judged {
            var fillings = Fillings(evaluator, target: target, area: area, year: year.number, breadth: .narrow)
            while fillings.count > most {
              let known = fillings.slots.map { evaluator.key(ofSlot: $0) }.filter { years.contains($0.year.number) }
              if known.isEmpty { break }
              let key = numbers.pick(known)
              give(key, &facts)
              evaluator.restore(key, from: facts)
              fillings = Fillings(evaluator, target: target, area: area, year: year.number, breadth: .narrow)
            }
          }
        }
      }
    }
  }
}
