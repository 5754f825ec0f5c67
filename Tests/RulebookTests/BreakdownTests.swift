import Facts
import Quantities
import Rulebook
import Submissions
import Testing

/// An indicator that is reported by the parts of a breakdown, each of which has two names.
@Suite struct BreakdownTests {
  private static func rulebook(_ breakdown: String) -> Rulebook {
    let text = """
      program "health"
        levels 区 (ward, wards)
      breakdown \(breakdown)
      item M "smoking"
      indicator M-1 [smoking rate] (「喫煙率」)
        measured as number in %, 1 decimal
        by [sex]
      """
    return CheckedText(text).rulebook
  }

  /// Whichever of a part's names stands first, as `format --language` may change: data speak of it by either.
  @Test(arguments: ["[sex] (「性別」) [men] (「男性」), [women] (「女性」)", "「性別」 ([sex]) 「男性」 ([men]), 「女性」 ([women])"])
  func dataSpeakOfPartsByEitherName(_ breakdown: String) {
    let rulebook = Self.rulebook(breakdown)
    let areas = AreaTable([Area(code: "1", name: "East", level: 0, parent: nil)])
    for men in ["M-1（男性）", "M-1(men)", "喫煙率（男性）", "smoking rate (men)"] {
      for women in ["M-1（女性）", "M-1(women)"] {
        var reader = SubmissionReader(rulebook: rulebook, areas: areas)
        reader.add(path: "a.csv", bytes: Array("area,year,item,value\nEast,2023,\(men),30\nEast,2023,\(women),10\n".utf8))
        let reading = reader.read()
        #expect(reading.diagnostics.map { $0.message.english } == [], "\(men)")
        let found = rulebook.indicators.indices.map {
          reading.facts.stored(FigureKey(indicator: $0, area: 0, year: FiscalYear(2023)))
        }
        #expect(found == [300, 100], "\(men)")
      }
    }
  }

  /// A limit on the whole is not one on the sum of two rates: each part is asked for.
  @Test func theWholeIsAskedByParts() throws {
    let text = """
      program "health"
        levels 区 (ward, wards)
      breakdown [sex] [men], [women]
      item M "smoking"
      indicator M-1 [smoking rate]
        measured as number in %, 1 decimal
        by [sex]
      target [few smoke]
        stage check
        every ward: [smoking rate] is at most 30%
      """
    let found = CheckedText(text).diagnostics.first { $0.code == .tableIsNoFigure }
    #expect(found?.mend?.english == "write: [smoking rate] is … for each [sex]; or name one part: [smoking rate（men）]")
    for mended in ["[smoking rate] is at most 30% for each [sex]", "[smoking rate（men）] is at most 30%"] {
      let checked = CheckedText(text.replacing("[smoking rate] is at most 30%", with: mended))
      #expect(checked.codes == [], "\(mended)")
    }
  }
}
