import Diagnostics
import Quantities
import RuleLanguage

extension Expression: Packable {
  package func pack(into bytes: inout Packer) {
    switch self {
    case .constant(let value):
      bytes.put(tag: 0)
      bytes.put(value)
    case .indicator(let position):
      bytes.put(tag: 1)
      bytes.put(position)
    case .measure(let position):
      bytes.put(tag: 2)
      bytes.put(position)
    case .parameter(let position):
      bytes.put(tag: 3)
      bytes.put(position)
    case .dayOfYear(let month, let day):
      bytes.put(tag: 4)
      bytes.put(month)
      bytes.put(day)
    case .inYear(let year, let figure):
      bytes.put(tag: 5)
      bytes.put(year)
      bytes.put(figure)
    case .ofArea(let level, let figure):
      bytes.put(tag: 6)
      bytes.put(level)
      bytes.put(figure)
    case .aggregate(let aggregate, let level, let figure):
      bytes.put(tag: 7)
      bytes.put(aggregate, of: Aggregate.allCases)
      bytes.put(level)
      bytes.put(figure)
    case .peerAggregate(let aggregate, let peers, let figure):
      bytes.put(tag: 8)
      bytes.put(aggregate, of: Aggregate.allCases)
      bytes.put(peers)
      bytes.put(figure)
    case .numberOfAreas(let level, let condition):
      bytes.put(tag: 9)
      bytes.put(level)
      bytes.put(condition)
    case .arithmetic(let operation, let left, let right):
      bytes.put(tag: 10)
      bytes.put(operation, of: Arithmetic.packed)
      bytes.put(left)
      bytes.put(right)
    case .sum(let figures):
      bytes.put(tag: 11)
      bytes.put(figures)
    case .rounded(let figure, let decimals):
      bytes.put(tag: 12)
      bytes.put(figure)
      bytes.put(decimals)
    case .series(let series, let figure):
      bytes.put(tag: 13)
      bytes.put(series)
      bytes.put(figure)
    case .path(let points):
      bytes.put(tag: 14)
      bytes.put(points)
    case .positive(let figure):
      bytes.put(tag: 15)
      bytes.put(figure)
    case .absolute(let figure):
      bytes.put(tag: 16)
      bytes.put(figure)
    case .carriedOver(let carried):
      bytes.put(tag: 17)
      bytes.put(carried)
    }
  }

  package init(from bytes: inout Unpacker) {
    self =
      switch bytes.takeTag() {
      case 1: .indicator(bytes.take())
      case 2: .measure(bytes.take())
      case 3: .parameter(bytes.take())
      case 4: .dayOfYear(month: bytes.take(), day: bytes.take())
      case 5: .inYear(bytes.take(), bytes.take())
      case 6: .ofArea(level: bytes.take(), bytes.take())
      case 7: .aggregate(bytes.take(of: Aggregate.allCases), level: bytes.take(), bytes.take())
      case 8: .peerAggregate(bytes.take(of: Aggregate.allCases), bytes.take(), bytes.take())
      case 9: .numberOfAreas(level: bytes.take(), bytes.take())
      case 10: .arithmetic(bytes.take(of: Arithmetic.packed), bytes.take(), bytes.take())
      case 11: .sum(bytes.take())
      case 12: .rounded(bytes.take(), decimals: bytes.take())
      case 13: .series(bytes.take(), bytes.take())
      case 14: .path(bytes.take())
      case 15: .positive(bytes.take())
      case 16: .absolute(bytes.take())
      case 17: .carriedOver(bytes.take())
      default: .constant(bytes.take())
      }
  }
}

extension Arithmetic {
  fileprivate static var packed: [Arithmetic] { [.plus, .minus, .times, .dividedBy] }
}

extension CarryOver: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(demand)
    bytes.put(figure)
    bytes.put(before)
    bytes.put(since)
  }

  package init(from bytes: inout Unpacker) {
    self.init(demand: bytes.take(), figure: bytes.take(), before: bytes.take(), since: bytes.take())
  }
}

extension PathPoint: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(year)
    bytes.put(value)
  }

  package init(from bytes: inout Unpacker) { self.init(year: bytes.take(), value: bytes.take()) }
}

extension YearReference: Packable {
  package func pack(into bytes: inout Packer) {
    switch self {
    case .yearsAgo(let count):
      bytes.put(tag: 0)
      bytes.put(count)
    case .fixed(let year):
      bytes.put(tag: 1)
      bytes.put(year)
    case .calendar(let year):
      bytes.put(tag: 2)
      bytes.put(year)
    case .lastPeriod: bytes.put(tag: 3)
    case .lastSurvey(let indicator):
      bytes.put(tag: 4)
      bytes.put(indicator)
    case .planStart: bytes.put(tag: 5)
    }
  }

  package init(from bytes: inout Unpacker) {
    self =
      switch bytes.takeTag() {
      case 1: .fixed(bytes.take())
      case 2: .calendar(bytes.take())
      case 3: .lastPeriod
      case 4: .lastSurvey(of: bytes.take())
      case 5: .planStart
      default: .yearsAgo(bytes.take())
      }
  }
}

extension YearSeries: Packable {
  package func pack(into bytes: inout Packer) {
    switch self {
    case .cumulated(let since):
      bytes.put(tag: 0)
      bytes.put(since)
    case .average(let years):
      bytes.put(tag: 1)
      bytes.put(years)
    case .slope(let years):
      bytes.put(tag: 2)
      bytes.put(years)
    }
  }

  package init(from bytes: inout Unpacker) {
    self =
      switch bytes.takeTag() {
      case 1: .average(years: bytes.take())
      case 2: .slope(years: bytes.take())
      default: .cumulated(since: bytes.take())
      }
  }
}

extension Peers: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(level)
    bytes.put(within)
    bytes.put(group)
  }

  package init(from bytes: inout Unpacker) { self.init(level: bytes.take(), within: bytes.take(), group: bytes.take()) }
}
