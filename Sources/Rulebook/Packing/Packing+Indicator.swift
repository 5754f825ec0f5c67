import Diagnostics
import Quantities
import RuleLanguage

extension Indicator: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(code)
    bytes.put(label)
    bytes.put(otherLabel)
    bytes.put(alsoCalled)
    bytes.put(item)
    bytes.put(table)
    bytes.put(question)
    bytes.put(kind)
    bytes.put(stage)
    bytes.put(reportedBy)
    bytes.put(givenByBureau)
    bytes.put(lowest)
    bytes.put(highest)
    bytes.put(introduced)
    bytes.put(surveyed)
    bytes.put(byCalendarYear)
    bytes.put(recordOnly)
    bytes.put(place)
  }

  package init(from bytes: inout Unpacker) {
    self.init(
      code: bytes.take(), label: bytes.take(), otherLabel: bytes.take(), alsoCalled: bytes.take(), item: bytes.take(),
      table: bytes.take(),
      question: bytes.take(), kind: bytes.take(), stage: bytes.take(), reportedBy: bytes.take(), givenByBureau: bytes.take(),
      lowest: bytes.take(), highest: bytes.take(), introduced: bytes.take(), surveyed: bytes.take(),
      byCalendarYear: bytes.take(), recordOnly: bytes.take(), place: bytes.take())
  }
}

extension FigureKind: Packable {
  package func pack(into bytes: inout Packer) {
    switch self {
    case .count(let unit):
      bytes.put(tag: 0)
      bytes.put(unit)
    case .amount(let unit):
      bytes.put(tag: 1)
      bytes.put(unit)
    case .number(let unit, let decimals):
      bytes.put(tag: 2)
      bytes.put(unit)
      bytes.put(decimals)
    case .percent(let decimals):
      bytes.put(tag: 3)
      bytes.put(decimals)
    case .ladder(let ladder):
      bytes.put(tag: 4)
      bytes.put(ladder)
    case .yesOrNo: bytes.put(tag: 5)
    case .date: bytes.put(tag: 6)
    case .choice(let options):
      bytes.put(tag: 7)
      bytes.put(options)
    case .text: bytes.put(tag: 8)
    }
  }

  package init(from bytes: inout Unpacker) {
    self =
      switch bytes.takeTag() {
      case 1: .amount(unit: bytes.take())
      case 2: .number(unit: bytes.take(), decimals: bytes.take())
      case 3: .percent(decimals: bytes.take())
      case 4: .ladder(bytes.take())
      case 5: .yesOrNo
      case 6: .date
      case 7: .choice(bytes.take())
      case 8: .text
      default: .count(unit: bytes.take())
      }
  }
}

extension Dimension: Packable {
  package func pack(into bytes: inout Packer) {
    switch self {
    case .plain: bytes.put(tag: 0)
    case .ratio: bytes.put(tag: 1)
    case .points: bytes.put(tag: 2)
    case .counted(let unit):
      bytes.put(tag: 3)
      bytes.put(unit)
    case .rate(let unit, let other):
      bytes.put(tag: 4)
      bytes.put(unit)
      bytes.put(other)
    case .areas(let level):
      bytes.put(tag: 5)
      bytes.put(level)
    case .ladder(let ladder):
      bytes.put(tag: 6)
      bytes.put(ladder)
    case .yesOrNo: bytes.put(tag: 7)
    case .date: bytes.put(tag: 8)
    case .days: bytes.put(tag: 9)
    case .choice(let options):
      bytes.put(tag: 10)
      bytes.put(options)
    case .text: bytes.put(tag: 11)
    }
  }

  package init(from bytes: inout Unpacker) {
    self =
      switch bytes.takeTag() {
      case 1: .ratio
      case 2: .points
      case 3: .counted(bytes.take())
      case 4: .rate(bytes.take(), per: bytes.take())
      case 5: .areas(bytes.take())
      case 6: .ladder(bytes.take())
      case 7: .yesOrNo
      case 8: .date
      case 9: .days
      case 10: .choice(bytes.take())
      case 11: .text
      default: .plain
      }
  }
}

extension Ladder: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(name)
    bytes.put(steps)
  }

  package init(from bytes: inout Unpacker) { self.init(name: bytes.take(), steps: bytes.take()) }
}

extension Ladder.Step: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(name)
    bytes.put(otherName)
    bytes.put(spellings)
  }

  package init(from bytes: inout Unpacker) {
    self.init(name: bytes.take(), otherName: bytes.take(), spellings: bytes.take())
  }
}

extension Table: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(code)
    bytes.put(label)
    bytes.put(item)
    bytes.put(rows)
    bytes.put(ofWhich)
    bytes.put(total)
    bytes.put(multipleAnswers)
  }

  package init(from bytes: inout Unpacker) {
    self.init(
      code: bytes.take(), label: bytes.take(), item: bytes.take(), rows: bytes.take(), ofWhich: bytes.take(),
      total: bytes.take(), multipleAnswers: bytes.take())
  }
}
