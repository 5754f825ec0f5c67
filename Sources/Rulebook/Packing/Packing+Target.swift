import Diagnostics
import Quantities
import RuleLanguage

extension Target: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(name)
    bytes.put(otherName)
    bytes.put(item)
    bytes.put(stage)
    bytes.put(severity, of: [.must, .should])
    bytes.put(inForceFrom)
    bytes.put(inForceUntil)
    bytes.put(due)
    bytes.put(recordOnly)
    bytes.put(score)
    bytes.put(grade)
    bytes.put(showsAchievement)
    bytes.put(because)
    bytes.put(advice)
    bytes.put(owner)
    bytes.put(requirements)
    bytes.put(place)
  }

  package init(from bytes: inout Unpacker) {
    self.init(
      name: bytes.take(), otherName: bytes.take(), item: bytes.take(), stage: bytes.take(),
      severity: bytes.take(of: [.must, .should]), inForceFrom: bytes.take(), inForceUntil: bytes.take(), due: bytes.take(),
      recordOnly: bytes.take(), score: bytes.take(), grade: bytes.take(), showsAchievement: bytes.take(), because: bytes.take(),
      advice: bytes.take(), owner: bytes.take(), requirements: bytes.take(), place: bytes.take())
  }
}

extension Stage: Packable {
  package func pack(into bytes: inout Packer) { bytes.put(self, of: Stage.allCases) }
  package init(from bytes: inout Unpacker) { self = bytes.take(of: Stage.allCases) }
}

extension Requirement: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(years)
    bytes.put(subject)
    bytes.put(guarded)
    bytes.put(demand)
    bytes.put(exceptions)
    bytes.put(place)
  }

  package init(from bytes: inout Unpacker) {
    self.init(
      years: bytes.take(), subject: bytes.take(), guarded: bytes.take(), demand: bytes.take(), exceptions: bytes.take(),
      place: bytes.take())
  }
}

extension DemandYears: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(first)
    bytes.put(last)
  }

  package init(from bytes: inout Unpacker) { self.init(first: bytes.take(), last: bytes.take()) }
}

extension DemandException: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(condition)
    bytes.put(demand)
    bytes.put(place)
  }

  package init(from bytes: inout Unpacker) {
    self.init(condition: bytes.take(), demand: bytes.take(), place: bytes.take())
  }
}

extension Waiver: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(target)
    bytes.put(areas)
    bytes.put(from)
    bytes.put(until)
    bytes.put(because)
    bytes.put(place)
  }

  package init(from bytes: inout Unpacker) {
    self.init(
      target: bytes.take(), areas: bytes.take(), from: bytes.take(), until: bytes.take(), because: bytes.take(),
      place: bytes.take())
  }
}
