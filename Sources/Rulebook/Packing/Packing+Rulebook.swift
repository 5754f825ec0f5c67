import Diagnostics
import Quantities
import RuleLanguage

/// Everything by which areas are judged. The rulebook's own examples stay behind: they are tests of it.
extension Rulebook: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(program)
    bytes.put(sources)
    bytes.put(ladders)
    bytes.put(items)
    bytes.put(indicators)
    bytes.put(tables)
    bytes.put(measures)
    bytes.put(parameters)
    bytes.put(groups)
    bytes.put(targets)
    bytes.put(waivers)
    bytes.put(overalls)
  }

  package init(from bytes: inout Unpacker) {
    self.init(program: bytes.take(), sources: bytes.take())
    ladders = bytes.take()
    items = bytes.take()
    indicators = bytes.take()
    tables = bytes.take()
    measures = bytes.take()
    parameters = bytes.take()
    groups = bytes.take()
    targets = bytes.take()
    waivers = bytes.take()
    overalls = bytes.take()
  }
}

extension Program: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(title)
    bytes.put(firstMonth)
    bytes.put(levels)
    bytes.put(since)
    bytes.put(planPeriod)
    bytes.put(answersEveryGap)
  }

  package init(from bytes: inout Unpacker) {
    self.init(title: bytes.take(), firstMonth: bytes.take(), levels: bytes.take(), since: bytes.take())
    planPeriod = bytes.take()
    answersEveryGap = bytes.take()
  }
}

extension PlanPeriod: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(first)
    bytes.put(last)
  }

  package init(from bytes: inout Unpacker) { self.init(first: bytes.take(), last: bytes.take()) }
}

extension Level: Packable {
  package func pack(into bytes: inout Packer) { bytes.put(words) }
  package init(from bytes: inout Unpacker) { self.init(words: bytes.take()) }
}

extension Item: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(code)
    bytes.put(title)
  }

  package init(from bytes: inout Unpacker) { self.init(code: bytes.take(), title: bytes.take()) }
}

extension Measure: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(name)
    bytes.put(otherName)
    bytes.put(value)
    bytes.put(dimension)
    bytes.put(place)
  }

  package init(from bytes: inout Unpacker) {
    self.init(
      name: bytes.take(), otherName: bytes.take(), value: bytes.take(), dimension: bytes.take(), place: bytes.take())
  }
}

extension Parameter: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(name)
    bytes.put(otherName)
    bytes.put(dimension)
    bytes.put(values.map { ParameterValue(from: $0.from, value: $0.value) })
    bytes.put(replacement.map { ParameterValue(from: $0.year, value: $0.value) })
    bytes.put(place)
  }

  package init(from bytes: inout Unpacker) {
    let name: String = bytes.take()
    let otherName: String? = bytes.take()
    let dimension: Dimension = bytes.take()
    let values: [ParameterValue] = bytes.take()
    let replacement: ParameterValue? = bytes.take()
    self.init(
      name: name, otherName: otherName, dimension: dimension, values: values.map { ($0.from, $0.value) }, place: bytes.take())
    if let replacement, let year = replacement.from { self.replacement = (year, replacement.value) }
  }
}

/// A value with its year: a pair cannot be packed as it is.
private struct ParameterValue: Packable {
  let from: FiscalYear?
  let value: Rational

  init(from year: FiscalYear?, value: Rational) {
    from = year
    self.value = value
  }

  func pack(into bytes: inout Packer) {
    bytes.put(from)
    bytes.put(value)
  }

  init(from bytes: inout Unpacker) { self.init(from: bytes.take(), value: bytes.take()) }
}

extension Group: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(name)
    bytes.put(otherName)
    bytes.put(classes)
    bytes.put(place)
  }

  package init(from bytes: inout Unpacker) {
    self.init(name: bytes.take(), otherName: bytes.take(), classes: bytes.take(), place: bytes.take())
  }
}

extension Group.Class: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(name)
    bytes.put(otherName)
    bytes.put(condition)
  }

  package init(from bytes: inout Unpacker) {
    self.init(name: bytes.take(), otherName: bytes.take(), condition: bytes.take())
  }
}
