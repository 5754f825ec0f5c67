import Diagnostics
import Quantities
import RuleLanguage

extension Score: Packable {
  package func pack(into bytes: inout Packer) {
    switch kind {
    case .whole(let points):
      bytes.put(tag: 0)
      bytes.put(points)
    case .steps(let steps):
      bytes.put(tag: 1)
      bytes.put(steps)
    case .ranks(let ranks, let zerosLeftOut):
      bytes.put(tag: 2)
      bytes.put(ranks)
      bytes.put(zerosLeftOut)
    }
    bytes.put(place)
  }

  package init(from bytes: inout Unpacker) {
    let kind: Kind =
      switch bytes.takeTag() {
      case 1: .steps(bytes.take())
      case 2: .ranks(bytes.take(), zerosLeftOut: bytes.take())
      default: .whole(bytes.take())
      }
    self.init(kind, place: bytes.take())
  }
}

extension Score.Step: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(points)
    bytes.put(relation)
    bytes.put(bound)
    bytes.put(place)
  }

  package init(from bytes: inout Unpacker) {
    self.init(points: bytes.take(), relation: bytes.take(), bound: bytes.take(), place: bytes.take())
  }
}

extension Score.Rank: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(points)
    bytes.put(share)
    bytes.put(place)
  }

  package init(from bytes: inout Unpacker) { self.init(points: bytes.take(), share: bytes.take(), place: bytes.take()) }
}

extension Grade: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(bands)
    bytes.put(place)
  }

  package init(from bytes: inout Unpacker) { self.init(bands: bytes.take(), place: bytes.take()) }
}

extension Band: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(name)
    bytes.put(limits)
    bytes.put(place)
  }

  package init(from bytes: inout Unpacker) { self.init(name: bytes.take(), limits: bytes.take(), place: bytes.take()) }
}

extension Band.Limit: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(relation)
    bytes.put(share)
    bytes.put(decimals)
  }

  package init(from bytes: inout Unpacker) {
    self.init(relation: bytes.take(), share: bytes.take(), decimals: bytes.take())
  }
}

extension Overall: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(name)
    bytes.put(otherName)
    bytes.put(targets)
    bytes.put(watched)
    bytes.put(grades)
    bytes.put(decimals)
    bytes.put(whenMissed)
    bytes.put(place)
  }

  package init(from bytes: inout Unpacker) {
    self.init(
      name: bytes.take(), otherName: bytes.take(), targets: bytes.take(), watched: bytes.take(), grades: bytes.take(),
      decimals: bytes.take(), whenMissed: bytes.take(), place: bytes.take())
  }
}

extension Overall.GradePoints: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(grade)
    bytes.put(points)
  }

  package init(from bytes: inout Unpacker) { self.init(grade: bytes.take(), points: bytes.take()) }
}
