import Foundation
import PDCAEngine
import Testing

/// The charts of the sample against the figures that the city published for 令和5年度, and against the files of the wards.
@Suite struct ChartTests {
  private let years = ("令和3年度", "令和4年度", "令和5年度")

  @Test func wardsByNumberOfMeetings() throws {
    let page = try #require(Sample.pages["item-2.html"])
    let chart = DrawnChart(page)
    for (number, wards) in [(0, 1), (1, 10), (2, 5), (3, 4), (6, 2), (7, 1), (10, 1)] {
      #expect(chart.bars["イ(1)=" + String(number)]?[years.2] == wards, "\(number) meetings")
      #expect(chart.texts["イ(1)=" + String(number)]?.last == String(wards) + "区")
    }
    let sum = { (year: String) in chart.bars.filter { $0.key.hasPrefix("イ(1)=") }.reduce(0) { $0 + ($1.value[year] ?? 0) } }
    #expect(sum(years.1) == 24)
    #expect(sum(years.2) == 24)
    #expect(page.contains("1回以上の区　令和4年度 21区 → 令和5年度 23区"))
  }

  @Test func barsAreAsLongAsTheirNumbers() throws {
    let chart = DrawnChart(try #require(Sample.pages["item-2.html"]))
    let ten = try #require(chart.widths["イ(1)=1"]?[years.2])
    let five = try #require(chart.widths["イ(1)=2"]?[years.2])
    #expect(abs(ten - 2 * five) < 0.02)
    let steps = try #require(chart.widths["イ(2)-1"])
    #expect(abs(steps.values.reduce(0, +) - 100) < 0.05)
  }

  /// The order of the source document, and every ward in each bar.
  @Test func statusBarsStandInTheDocumentsOrder() throws {
    let page = try #require(Sample.pages["item-1.html"])
    let first = try #require(page.firstMatch(of: /<ul class="legend">(.*?)<\/ul>/)?.1)
    let names = first.matches(of: /<\/svg>([^<]+)<\/li>/).map { String($0.1) }
    #expect(names.prefix(3) == ["実施している", "実施に向け準備・調整中", "現時点で未着手"])
    let chart = DrawnChart(page)
    for number in 1...5 {
      let bars = try #require(chart.bars["ア-" + String(number)])
      #expect(bars.values.reduce(0, +) == 24, "ア-\(number)")
    }
  }

  /// The bars against the measured figures of the evaluation, which come by another way from the same cells.
  @Test(arguments: [("item-1.html", "ア-1", "既存情報の整理"), ("item-2.html", "イ(2)-2", "連携の取組の現状の検討")])
  func statusBarsCountWhatWasMeasured(_ page: String, _ code: String, _ target: String) throws {
    let drawn = DrawnChart(try #require(Sample.pages[page]))
    let bars = try #require(drawn.bars[code])
    let json = Pipeline.evaluate(Sample.request(.json, .japanese)).output
    let document = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    let all = try #require(document["outcomes"] as? [[String: Any]])
    let outcomes = all.filter { $0["target"] as? String == target }
    var counts: [String: Int] = [:]
    for outcome in outcomes {
      if let step = (outcome["measured"] as? [String: Any])?["value"] as? String { counts[step, default: 0] += 1 }
    }
    #expect(counts.values.reduce(0, +) > 20)
    #expect(bars.filter { counts[$0.key] != nil } == counts)
  }

  @Test func publishedTotalsAndTheYearsThatDoNotAddUp() throws {
    let page = try #require(Sample.pages["item-5.html"])
    for total in ["2,028件", "1,834件", "1,706件", "2,120回", "579回", "1,896回", "2,213回", "2,505回"] {
      #expect(page.contains(total + "</td>"), "\(total)")
    }
    let meetings = try #require(page.firstMatch(of: /<caption>会議出席の内訳　年度別の総数<\/caption>(.*?)<\/table>/.dotMatchesNewlines())?.1)
    let rows = meetings.matches(of: /<tr( class="off")?><th scope="row"[^>]*>([^<]+)<\/th>/)
    let marked = rows.filter { $0.1 != nil }.map { String($0.2) }
    #expect(rows.count == 5)
    #expect(marked == ["令和3年度", "令和5年度"])
    #expect(meetings.matches(of: /合わない（差 119回）/).count == 2)
  }

  /// The document's table of meetings attended, read from the bars.
  @Test func meetingsAttended() throws {
    let page = try #require(Sample.pages["item-5.html"])
    let bars = DrawnChart(page).bars
    let published = [
      ("オ(2)-1", [615, 778, 829]), ("オ(2)-2", [1162, 1435, 1557]), ("オ(2)-再掲", [130, 143, 119]),
    ]
    for (code, figures) in published {
      #expect([years.0, years.1, years.2].map { bars[code]?[$0] } == figures, "\(code)")
    }
    #expect(page.contains("オ(2) 会議出席回数　令和3年度 1,896回 → 令和4年度 2,213回 → 令和5年度 2,505回"))
  }

  /// 相談件数 of the document; those who ask most are the three that it names.
  @Test func consultationsAndWhoAsks() throws {
    let page = try #require(Sample.pages["item-5.html"])
    #expect(page.contains("オ(1) 個別ケース相談件数（総数）　令和3年度 2,028件 → 令和4年度 1,834件 → 令和5年度 1,706件"))
    #expect(
      page.firstMatch(of: /令和5年度に多いもの　病院（地域連携相談室） [0-9]+件、介護支援専門員 [0-9]+件、地域包括支援センター・ブランチ [0-9]+件/) != nil)
    let bars = DrawnChart(page).bars
    let rows = (1...17).map { "オ(1)-相談者" + String($0) }
    #expect(rows.allSatisfy { bars[$0]?[years.2] != nil })
    #expect(rows.reduce(0) { $0 + (bars[$1]?[years.0] ?? 0) } == 2028)
    #expect((1...7).allSatisfy { bars["オ(1)-内容" + String($0)]?[years.2] != nil })
  }

  /// Every status figure of the document has a bar of all 24 wards.
  @Test(arguments: [
    ("item-1.html", "ア-", 5), ("item-2.html", "イ(2)-", 10), ("item-3.html", "ウ-", 3), ("item-4.html", "エ-", 5),
    ("item-6.html", "カ(2)-", 4), ("item-7.html", "キ-", 6),
  ])
  func everyStatusFigureHasABar(_ page: String, _ prefix: String, _ count: Int) throws {
    let bars = DrawnChart(try #require(Sample.pages[page])).bars
    for number in 1...count {
      #expect(bars[prefix + String(number)]?.values.reduce(0, +) == 24, "\(prefix)\(number)")
    }
  }

  @Test func newRowsAreMarkedAndHaveNoEarlierBar() throws {
    let page = try #require(Sample.pages["item-5.html"])
    let chart = DrawnChart(page)
    #expect(page.contains("※ オ(1)-相談者8 訪問介護事業所"))
    #expect(page.contains("※ 令和5年度からの新規項目"))
    let bars = try #require(chart.bars["オ(1)-相談者8"])
    #expect(bars.keys.sorted() == [years.2])
    #expect(chart.texts["オ(1)-相談者8"]?.prefix(2) == ["項目なし", "項目なし"])
    #expect(try #require(chart.bars["オ(1)-相談者1"]).count == 3)
  }

  /// What is drawn is also in the table beside it, number by number.
  @Test func everyBarHasItsCell() throws {
    for name in ["index.html"] + (1...7).map({ "item-\($0).html" }) {
      let page = try #require(Sample.pages[name])
      for figure in page.matches(of: /<figure>(.*?)<\/figure>/.dotMatchesNewlines()) {
        let names = figure.1.matches(of: /<svg role="img"[^>]*data-row="([^"]*)"/).map { String($0.1) }
        let drawn = DrawnChart(String(figure.1))
        let head = try #require(figure.1.firstMatch(of: /<thead>(.*?)<\/thead>/.dotMatchesNewlines())?.1)
        let series = head.matches(of: /<th [^>]*>([^<]*)<\/th>/).map { String($0.1) }.dropFirst()
        let body = try #require(figure.1.firstMatch(of: /<tbody>(.*?)<\/tbody>/.dotMatchesNewlines())?.1)
        let rows = body.matches(of: /<tr>(.*?)<\/tr>/).map { row in
          row.1.matches(of: /<td[^>]*>([^<]*)<\/td>/).map { Int($0.1.filter { $0.isASCII && $0.isNumber }) }
        }
        #expect(rows.count == names.count && !rows.isEmpty, "\(name)")
        for (row, cells) in zip(names, rows) {
          for (entry, cell) in zip(series, cells) { #expect((drawn.bars[row]?[entry] ?? 0) == (cell ?? 0), "\(row) \(entry)") }
        }
      }
    }
  }
}
