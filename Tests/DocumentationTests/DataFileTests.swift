import Foundation
import PDCAEngine
import Testing

/// The data that the page on data files shows (`csv data`, with the areas of `csv areas`) is read without a remark.
@Suite struct DataFileTests {
  private static let page = Document(Document.catalogPath + "/DataFiles.md")

  @Test func thePageShowsData() {
    #expect(Self.page.fences.filter { $0.tag == "csv data" }.count == 2)
    #expect(Self.page.fences.filter { $0.tag == "csv areas" }.count == 1)
  }

  @Test(arguments: page.fences.filter { $0.tag == "csv data" })
  func isRead(_ fence: Fence) {
    let areas = Self.page.fences.first { $0.tag == "csv areas" }?.text ?? ""
    // Waivers and examples speak of areas that the page's short list does not hold.
    let context = RuleTexts.context.components(separatedBy: "\n猶予")[0]
    var request = Request(
      rulebook: RulebookSource(root: "rulebook.pdca", read: { _ in Array(context.utf8) }, shown: { $0 }))
    request.areas = InputFile(path: "areas.csv", bytes: Array(areas.utf8))
    request.data = [InputFile(path: "data.csv", bytes: Array(fence.text.utf8))]
    let response = Pipeline.evaluate(request)
    let remarks = String(decoding: response.remarks, as: UTF8.self)
    #expect(remarks.components(separatedBy: "data.csv").count == 1 && !remarks.contains("areas.csv"), "\(remarks)")
    #expect(response.status == .met || response.status == .open)
  }
}
