/// The version of the engine, as reports and `--version` name it.
public let engineVersion = "0.1.0"
