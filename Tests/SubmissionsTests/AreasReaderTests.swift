import Diagnostics
import Testing

@testable import Submissions

@Suite struct AreasReaderTests {
  private func read(_ text: String) -> (names: [String], parents: [Int?], diagnostics: [String]) {
    let result = AreasReader.read(path: "a.csv", bytes: Array(text.utf8), levels: SmallRulebook.levels)
    return (
      result.areas.areas.map { $0.name }, result.areas.areas.map { $0.parent },
      SmallRulebook.summary(result.diagnostics)
    )
  }

  @Test func parentsMayComeLaterAndBeNamed() {
    let result = read("code,name,kana,romaji,level,parent\n1,北区,きたく,Kita,ward,大阪市\n9,大阪市,,,市,\n2,西区,,,wards,9\n")
    #expect(result.names == ["北区", "大阪市", "西区"])
    #expect(result.parents == [1, nil, 1])
    #expect(result.diagnostics == [])
  }

  @Test func headingsInJapaneseAndInAnyOrder() {
    let result = read("一覧\n上位\t階層\t名称\tコード\n9\t区\t北区\t1\n\t市\t大阪市\t9\n")
    #expect(result.names == ["北区", "大阪市"])
    #expect(result.parents == [1, nil])
    #expect(result.diagnostics == [])
  }

  @Test func everyFaultIsTold() {
    let result = read("code,name,level,parent\n1,北区,区,7\n2,西区,町,\n１,東区,区,\n,南区,区,\n3,,区,\n4,中央区,区,北区\n9,大阪市,市,9\n")
    #expect(result.names == ["北区", "中央区", "大阪市"])
    #expect(result.parents == [nil, nil, nil])
    #expect(
      result.diagnostics == [
        "unknownParent@a:2:4", "unknownAreaLevel@a:3:3", "repeatedArea@a:4:1", "incompleteRow@a:5:1", "incompleteRow@a:6:2",
        "unknownParent@a:7:4", "unknownParent@a:8:4",
      ])
  }

  @Test func noHeadings() {
    #expect(read("").diagnostics == ["missingHeadings@a"])
    #expect(read("1,北区,区\n").diagnostics == ["missingHeadings@a"])
  }
}
