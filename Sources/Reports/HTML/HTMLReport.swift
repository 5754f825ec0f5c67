import Diagnostics
import Evaluation
import Facts
import RuleLanguage
import Rulebook

/// The report that people look at: a folder of pages that need no script and fetch nothing, and one page for a ward's own check.
package enum HTMLReport {
  /// A page that is made when its bytes are asked for: those of all areas of a country need not be held at once.
  package struct File: Sendable {
    /// In the folder of the report; plain ASCII.
    package let name: String
    private let make: @Sendable () -> [UInt8]

    package var bytes: [UInt8] { make() }

    init(_ name: String, _ make: @autoclosure @escaping @Sendable () -> [UInt8]) {
      self.name = name
      self.make = make
    }
  }

  /// All pages of a year, the overview first.
  package static func render(_ input: ReportInput) -> [File] {
    let site = Site(input)
    var files = [File("index.html", OverviewPage(site: site).bytes())]
    for item in site.items { files.append(File(site.itemFile(item), ItemPage(site: site, item: item).bytes())) }
    if site.hasOtherPage { files.append(File("other.html", ItemPage(site: site, item: nil).bytes())) }
    files.append(File("threads.html", ThreadsPage(site: site).bytes()))
    files.append(File("method.html", MethodPage(site: site).bytes()))
    for area in site.index.areas.indices {
      let title = site.index.areaName(area)
      let name = site.areaFiles[area]
      files.append(
        File(
          name,
          site.page(title.isEmpty ? site.say("area", "区域") : title, file: name) {
            AreaSheet(site: site, area: area).write(to: &$0)
          }))
    }
    return files
  }

  /// The reply to one area, as a single page: to be printed or sent.
  package static func renderCheck(_ input: ReportInput) -> [UInt8] {
    guard let area = input.area ?? input.outcomes.first?.area, input.facts.areas.areas.indices.contains(area) else { return [] }
    let own = ReportInput(
      rulebook: input.rulebook, facts: input.facts, judgement: input.judgement, diagnostics: input.diagnostics,
      provenance: input.provenance, language: input.language, area: area)
    let site = Site(own)
    let title = site.index.areaName(area) + site.say(": check before submitting", "　提出前の点検")
    return site.page(title, file: "") { AreaSheet(site: site, area: area).write(to: &$0) }
  }
}
