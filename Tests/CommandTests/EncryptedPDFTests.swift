import TestSupport
import Testing

@Suite struct EncryptedPDFTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: ["user", "owner"])
  func rightPassword(password: String) throws {
    let path = try folder.write(EncryptedReport.bytes, "a.pdf")
    let plain = try folder.write(TinyReport.bytes([.cover, .income, .expenditure]), "b.pdf")
    let outcome = try Command.run("extract", path, "--password", password)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    #expect(try withoutSource(outcome.output) == withoutSource(Command.run("extract", plain).output))
    #expect(try forms(outcome.output) == ["income", "expenditure"])
    #expect(try Command.run("check", path, "--password", password).exitCode == 0)
  }

  @Test(arguments: [[], ["--password", "wrong"], ["--password", ""]])
  func withoutIt(arguments: [String]) throws {
    for (bytes, name) in [(EncryptedReport.bytes, "a.pdf"), (EncryptedPDF.bytes, "b.pdf")] {
      let path = try folder.write(bytes, name)
      for command in ["extract", "check"] {
        let outcome = try Command([command, path] + arguments).run()
        #expect(outcome.exitCode == 3)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors == "juesuan: \(path): the PDF is encrypted; give its password with --password\n")
      }
    }
  }

  @Test func rightPasswordOfNoReport() throws {
    let path = try folder.write(EncryptedPDF.bytes, "a.pdf")
    let outcome = try Command.run("extract", path, "--password", "user")
    #expect(outcome.exitCode == 3)
    #expect(try problems(outcome.output) == ["notAReport"])
  }
}
