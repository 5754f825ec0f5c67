import Diagnostics
import Facts
import Quantities
import Rulebook
import Testing

@testable import Submissions

/// Areas that begin and end: `from,until,successor`.
@Suite struct AreaBoundaryTests {
  private func read(_ rows: String) -> (areas: AreaTable, codes: [DiagnosticCode]) {
    let text = "code,name,level,parent,from,until,successor\n" + rows
    let result = AreasReader.read(path: "areas.csv", bytes: Array(text.utf8), levels: SmallRulebook.levels)
    return (result.areas, result.diagnostics.map { $0.code })
  }

  @Test func twoAreasBecomeOne() {
    let (areas, codes) = read("1,東区,区,,,R5,新区\n2,西区,区,,,令和5年度,新区\n3,新区,区,,R6,,\n")
    #expect(codes.isEmpty)
    #expect(areas.existing([0, 1, 2], in: FiscalYear(2023)) == [0, 1])
    #expect(areas.existing([0, 1, 2], in: FiscalYear(2024)) == [2])
    #expect(areas.merged(into: 2, before: FiscalYear(2023)) == [0, 1])
  }

  @Test(arguments: ["東区・西区", "2;3", "\"2,3\""])
  func ofASplitAreaNothingIsInherited(_ successors: String) {
    let (areas, codes) = read("1,旧区,区,,,2023,\(successors)\n2,東区,区,,2024,,\n3,西区,区,,2024,,\n")
    #expect(codes.isEmpty)
    #expect(areas.areas[0].successors == [1, 2])
    #expect(areas.merged(into: 1, before: FiscalYear(2023)).isEmpty)
  }

  @Test func whatDoesNotFitIsSaid() {
    #expect(read("1,東区,区,,春,,\n").codes == [.unreadableBoundary])
    #expect(read("1,東区,区,,R6,R5,\n").codes == [.boundaryReversed])
    #expect(read("1,東区,区,,,,新区\n2,新区,区,,R6,,\n").codes == [.successorUnfit])
    #expect(read("1,東区,区,,,R5,新区\n2,新区,区,,R8,,\n").codes == [.successorUnfit])
    #expect(read("1,東区,区,,,R5,無い区\n").codes == [.successorUnfit])
  }
}
