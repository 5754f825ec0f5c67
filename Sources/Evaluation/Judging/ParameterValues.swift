import Quantities
import Rulebook

/// The values of all parameters in the years that were asked for.
struct ParameterValues {
  private var years: [FiscalYear] = []
  private var values: [[Rational]] = []

  mutating func value(_ parameter: Int, in year: FiscalYear, _ rulebook: Rulebook) -> Rational {
    if let place = years.firstIndex(of: year) { return values[place][parameter] }
    years.append(year)
    values.append(rulebook.parameters.map { $0.value(in: year) })
    return values[values.count - 1][parameter]
  }
}
