import Workbook

/// The results as a workbook.
package enum WorkbookReport {
  package static func draft(_ input: ReportInput) -> WorkbookDraft {
    WorkbookDraft([SheetDraft(name: input.language == .japanese ? "判定" : "Outcomes")])
  }
}
