// swift-tools-version: 6.1
import PackageDescription

/// The rooms of the house, in the order in which data goes through them. Each may use only the ones that it names:
/// the compiler lets an undeclared transitive import through, so `.ci/check-imports` compares this list with the sources.
let package = Package(
  name: "pdca",
  products: [
    .library(name: "PDCAEngine", targets: ["PDCAEngine"]),
    .executable(name: "pdca", targets: ["pdca"]),
  ],
  targets: [
    .target(name: "Diagnostics"),
    .target(name: "Quantities"),
    .target(name: "RuleLanguage", dependencies: ["Diagnostics", "Quantities"]),
    .target(name: "Rulebook", dependencies: ["Diagnostics", "Quantities", "RuleLanguage"]),
    .target(name: "Facts", dependencies: ["Diagnostics", "Quantities"]),
    .target(name: "Workbook", dependencies: ["Diagnostics"]),
    .systemLibrary(name: "CZlib"),
    .target(name: "Inflation", dependencies: ["CZlib"]),
    .target(
      name: "Submissions", dependencies: ["Diagnostics", "Quantities", "Rulebook", "Facts", "Workbook"]),
    .target(name: "Evaluation", dependencies: ["Diagnostics", "Quantities", "RuleLanguage", "Rulebook", "Facts"]),
    .target(
      name: "Reports",
      dependencies: ["Diagnostics", "Quantities", "RuleLanguage", "Rulebook", "Facts", "Evaluation", "Workbook"],
      exclude: ["Schemas"]),
    .target(
      name: "Forms",
      dependencies: [
        "Diagnostics", "Quantities", "RuleLanguage", "Rulebook", "Facts", "Workbook", "Evaluation", "Reports",
      ]),
    .target(
      name: "SelfCheck",
      dependencies: [
        "Diagnostics", "Quantities", "Rulebook", "Facts", "Workbook", "Submissions", "Evaluation", "Reports",
      ],
      exclude: ["Machine"]),
    .target(name: "CPacker", linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .executableTarget(name: "PageBuilder", dependencies: ["CPacker"]),
    .plugin(name: "EmbedPage", capability: .buildTool(), dependencies: ["PageBuilder"], path: "Sources/EmbedPage"),
    .target(
      name: "Page",
      dependencies: ["Diagnostics", "Quantities", "RuleLanguage", "Rulebook", "Facts", "Inflation", "Reports"],
      exclude: ["Assets"], plugins: ["EmbedPage"]),
    .target(
      name: "PDCAEngine",
      dependencies: [
        "Diagnostics", "Quantities", "RuleLanguage", "Rulebook", "Facts", "Workbook", "Inflation", "Submissions",
        "Evaluation", "Reports", "Forms", "Page",
      ]),
    .systemLibrary(name: "CProcessors"),
    .executableTarget(name: "pdca", dependencies: ["PDCAEngine", "CProcessors"]),
    .testTarget(
      name: "FuzzingTests",
      dependencies: ["Diagnostics", "Quantities", "RuleLanguage", "Rulebook", "Facts", "Workbook", "Submissions", "Evaluation"],
      path: "Tests/Fuzzing", exclude: ["Corpus"]),
    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities"]),
    .testTarget(name: "RuleLanguageTests", dependencies: ["Diagnostics", "Quantities", "RuleLanguage"]),
    .testTarget(name: "DocumentationTests", dependencies: ["Diagnostics", "RuleLanguage", "Rulebook", "PDCAEngine"]),
    .testTarget(
      name: "RulebookTests",
      dependencies: ["Diagnostics", "Quantities", "RuleLanguage", "Rulebook", "Facts", "Submissions", "Evaluation"],
      exclude: ["Corpus"]),
    .testTarget(
      name: "SubmissionsTests",
      dependencies: ["Diagnostics", "Quantities", "Rulebook", "Facts", "Workbook", "Submissions"],
      exclude: ["Tools"]),
    .testTarget(name: "WorkbookTests", dependencies: ["Diagnostics", "Workbook", "Inflation"], exclude: ["Fixtures"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Diagnostics", "Quantities", "RuleLanguage", "Rulebook", "Facts", "Evaluation", "Reports", "PDCAEngine"],
      exclude: ["Goldens"]),
    .testTarget(
      name: "FormsTests",
      dependencies: [
        "Diagnostics", "Quantities", "RuleLanguage", "Rulebook", "Facts", "Workbook", "Inflation", "Submissions", "Evaluation",
        "Forms", "PDCAEngine",
      ]),
    .testTarget(
      name: "SelfCheckTests",
      dependencies: [
        "Diagnostics", "Quantities", "RuleLanguage", "Rulebook", "Facts", "Workbook", "Inflation", "Evaluation", "Reports",
        "SelfCheck", "Submissions", "PDCAEngine",
      ]),
    .testTarget(
      name: "EvaluationTests",
      dependencies: ["Diagnostics", "Quantities", "RuleLanguage", "Rulebook", "Facts", "Evaluation"]),
  ],
  swiftLanguageModes: [.v6]
)
