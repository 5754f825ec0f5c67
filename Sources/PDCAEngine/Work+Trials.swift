import Diagnostics
import Evaluation
import Facts
import Quantities
import Reports
import RuleLanguage
import Rulebook

extension Work {
  /// More values than this are a mistake in the range.
  private static let mostValues = 1000

  /// The parameter and the values of `--vary NAME=0..10`.
  mutating func chooseTrial(for rulebook: Rulebook) -> (parameter: Int, values: [Rational])? {
    guard let (name, range) = request.variation, let ends = trialEnds(range) else {
      reportVariation(request.variation.map { $0.range } ?? "")
      return nil
    }
    guard let parameter = parameter(named: name, in: rulebook, option: "--vary"),
      let lowest = value(of: ends.lowest, for: rulebook.parameters[parameter], option: "--vary"),
      let highest = value(of: ends.highest, for: rulebook.parameters[parameter], option: "--vary")
    else { return nil }
    let step = step(ends, rulebook.parameters[parameter])
    var values: [Rational] = []
    var next = lowest
    while next <= highest, values.count < Work.mostValues {
      values.append(next)
      next = next + step
    }
    if values.isEmpty || next <= highest {
      reportVariation(range)
      return nil
    }
    return (parameter, values)
  }

  /// `0..10`, also `0〜10`.
  private func trialEnds(_ range: String) -> (lowest: String, highest: String)? {
    let scalars = Array(range.unicodeScalars)
    for index in scalars.indices {
      let isDots = index + 1 < scalars.count && isDot(scalars[index]) && isDot(scalars[index + 1])
      if isDots || scalars[index] == "〜" || scalars[index] == "～" || scalars[index] == "~" {
        let behind = scalars[(index + (isDots ? 2 : 1))...]
        return (text(scalars[..<index]), text(behind))
      }
    }
    return nil
  }

  private func isDot(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar == "．" }

  private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// One of the last decimal that is written; 1 where there is none.
  private func step(_ ends: (lowest: String, highest: String), _ parameter: Parameter) -> Rational {
    let decimals = [ends.lowest, ends.highest].map { RuleReader.literal($0, words: words)?.decimals ?? 0 }.max() ?? 0
    switch parameter.dimension {
    case .ratio, .points: return Rational(mantissa: 1, scale: decimals + 2)
    default: return Rational(mantissa: 1, scale: decimals)
    }
  }

  private mutating func reportVariation(_ range: String) {
    report(
      .unknownChoice, at: .file("--vary"), Wording("「\(range)」 is not a range of values", "「\(range)」は値の範囲ではありません"),
      mend: Wording("write it like --vary NAME=0..10, with at most 1,000 values", "--vary 名前=0..10 のように書いてください（1,000個まで）"))
  }

  func trialReport(_ trial: Trial, _ rulebook: Rulebook, _ facts: Facts) -> Response {
    let report = TrialReport(trial, rulebook, facts, language: language)
    let output: [UInt8]
    switch request.format {
    case .markdown: output = report.markdown()
    case .csv: output = report.csv()
    case .json: output = report.json()
    default: output = report.text(style: style)
    }
    return Response(output: output, remarks: remarks(), status: .met)
  }
}
