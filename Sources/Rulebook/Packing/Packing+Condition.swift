import Diagnostics
import Quantities
import RuleLanguage

extension Condition: Packable {
  package func pack(into bytes: inout Packer) {
    switch self {
    case .all(let parts):
      bytes.put(tag: 0)
      bytes.put(parts)
    case .any(let parts):
      bytes.put(tag: 1)
      bytes.put(parts)
    case .comparison(let comparison):
      bytes.put(tag: 2)
      bytes.put(comparison)
    case .reported(let figure):
      bytes.put(tag: 3)
      bytes.put(figure)
    case .not(let condition):
      bytes.put(tag: 4)
      bytes.put(condition)
    case .numberMet(let relation, let count, let parts):
      bytes.put(tag: 5)
      bytes.put(relation)
      bytes.put(count)
      bytes.put(parts)
    case .rank(let rank):
      bytes.put(tag: 6)
      bytes.put(rank)
    case .deviation(let bound):
      bytes.put(tag: 7)
      bytes.put(bound)
    case .areas(let subject, let condition):
      bytes.put(tag: 8)
      bytes.put(subject)
      bytes.put(condition)
    case .outcome(let target, let verdict, let year):
      bytes.put(tag: 9)
      bytes.put(target)
      bytes.put(verdict, of: Verdict.allCases)
      bytes.put(year)
    }
  }

  package init(from bytes: inout Unpacker) {
    self =
      switch bytes.takeTag() {
      case 1: .any(bytes.take())
      case 2: .comparison(bytes.take())
      case 3: .reported(bytes.take())
      case 4: .not(bytes.take())
      case 5: .numberMet(bytes.take(), bytes.take(), of: bytes.take())
      case 6: .rank(bytes.take())
      case 7: .deviation(bytes.take())
      case 8: .areas(bytes.take(), bytes.take())
      case 9: .outcome(target: bytes.take(), bytes.take(of: Verdict.allCases), bytes.take())
      default: .all(bytes.take())
      }
  }
}

extension Relation: Packable {
  package func pack(into bytes: inout Packer) { bytes.put(self, of: Relation.allCases) }
  package init(from bytes: inout Unpacker) { self = bytes.take(of: Relation.allCases) }
}

extension Comparison: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(left)
    bytes.put(relation)
    bytes.put(right)
    bytes.put(dimension)
    bytes.put(place)
  }

  package init(from bytes: inout Unpacker) {
    self.init(left: bytes.take(), relation: bytes.take(), right: bytes.take(), dimension: bytes.take(), place: bytes.take())
  }
}

extension Rank: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(figure)
    bytes.put(dimension)
    bytes.put(end, of: [.top, .bottom])
    bytes.put(amount)
    bytes.put(peers)
    bytes.put(leavesOutZeros)
    bytes.put(place)
  }

  package init(from bytes: inout Unpacker) {
    self.init(
      figure: bytes.take(), dimension: bytes.take(), end: bytes.take(of: [.top, .bottom]), amount: bytes.take(),
      peers: bytes.take(), leavesOutZeros: bytes.take(), place: bytes.take())
  }
}

extension DeviationBound: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(left)
    bytes.put(relation)
    bytes.put(figure)
    bytes.put(factor)
    bytes.put(peers)
    bytes.put(dimension)
    bytes.put(place)
  }

  package init(from bytes: inout Unpacker) {
    self.init(
      left: bytes.take(), relation: bytes.take(), figure: bytes.take(), factor: bytes.take(), peers: bytes.take(),
      dimension: bytes.take(), place: bytes.take())
  }
}

extension Subject: Packable {
  package func pack(into bytes: inout Packer) {
    switch kind {
    case .every(let level):
      bytes.put(tag: 0)
      bytes.put(level)
    case .numberOf(let level, let relation, let amount):
      bytes.put(tag: 1)
      bytes.put(level)
      bytes.put(relation)
      bytes.put(amount)
    case .the(let level):
      bytes.put(tag: 2)
      bytes.put(level)
    }
    bytes.put(except)
    bytes.put(only)
    bytes.put(filter)
    bytes.put(outcomeLevel)
  }

  package init(from bytes: inout Unpacker) {
    let kind: Kind =
      switch bytes.takeTag() {
      case 1: .numberOf(level: bytes.take(), bytes.take(), bytes.take())
      case 2: .the(level: bytes.take())
      default: .every(level: bytes.take())
      }
    self.init(kind, except: bytes.take(), only: bytes.take(), filter: bytes.take(), outcomeLevel: bytes.take())
  }
}

extension Subject.Amount: Packable {
  package func pack(into bytes: inout Packer) {
    switch self {
    case .count(let count):
      bytes.put(tag: 0)
      bytes.put(count)
    case .share(let share):
      bytes.put(tag: 1)
      bytes.put(share)
    }
  }

  package init(from bytes: inout Unpacker) { self = bytes.takeTag() == 1 ? .share(bytes.take()) : .count(bytes.take()) }
}

extension Spelled: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(text)
    bytes.put(place)
  }

  package init(from bytes: inout Unpacker) { self.init(bytes.take(), bytes.take()) }
}
