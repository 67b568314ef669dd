import PageContent
import Testing

@testable import Disclosure

@Suite("Codes and units")
struct ClassificationCodeTests {
  @Test(
    "codes of the classifications",
    arguments: [
      ("201", ClassificationCode.Classification.functional, ClassificationCode.Level.class),
      ("20106", .functional, .division), ("2010601", .functional, .item), ("301", .economic, .class),
      ("30101", .economic, .division), ("50501", .economic, .division),
    ])
  func codes(_ digits: String, _ classification: ClassificationCode.Classification, _ level: ClassificationCode.Level) {
    let code = ClassificationCode(digits)
    #expect(code?.classification == classification && code?.level == level && code?.digits == digits)
  }

  @Test(
    "no codes",
    arguments: ["", "2", "20", "2010", "201060", "20106011", "101", "901", "3010101", "20l", "２０１", "-01"])
  func others(_ digits: String) {
    #expect(ClassificationCode(digits) == nil)
  }

  @Test("parents and what lies below")
  func hierarchy() throws {
    let item = try #require(ClassificationCode("2010601"))
    let division = try #require(item.parent)
    let whole = try #require(division.parent)
    #expect(division.digits == "20106" && whole.digits == "201" && whole.parent == nil)
    #expect(whole.contains(item) && division.contains(item) && !item.contains(item) && !item.contains(division))
    #expect(ClassificationCode("20101")?.contains(item) == false)
  }

  @Test("a code and its name in one cell")
  func codedNames() throws {
    for mark in ["%-", "%", "[%]", "(%)", "%_", "%、"] {
      let text = mark.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "2040201") + "行政运行"
      let coded = try #require(CodedName(text))
      #expect(coded.code == "2040201" && coded.name == "行政运行")
    }
    for text in ["行政运行", "2040201", "2024年决算", "12行政", "201-", "[201行政", "2010行政"] {
      #expect(CodedName(text) == nil)
    }
  }

  @Test(
    "units as captions state them",
    arguments: [
      ("单位:万元", MonetaryUnit.tenThousandYuan), ("金额单位:元", .yuan), ("单位:人民币万元", .tenThousandYuan),
      ("(单位:亿元)", .hundredMillionYuan), ("万元", .tenThousandYuan), ("(万元)", .tenThousandYuan),
      ("单位为千元", .thousandYuan), ("单位:百万元", .millionYuan), ("部门:某某局单位:万元", .tenThousandYuan),
      ("2024年度单位:元", .yuan), ("编制单位:某某局金额单位:万元", .tenThousandYuan), ("单位:(万元)", .tenThousandYuan),
      ("金额(万元)", .tenThousandYuan), ("收入支出决算总表(元)", .yuan),
    ])
  func units(_ text: String, _ unit: MonetaryUnit) {
    #expect(MonetaryUnit(stated: text) == unit)
  }

  @Test("no units", arguments: ["", "单位:", "单位:某某局", "编制单位:某某局", "单位", "共支出了不少于三千多万元", "单位:个"])
  func noUnits(_ text: String) {
    #expect(MonetaryUnit(stated: text) == nil)
  }

  @Test("finding a literal")
  func range() throws {
    let text = "本年年度收入"
    #expect(text.range(of: "年度").map { String(text[..<$0.lowerBound]) } == "本年")
    #expect(text.range(of: "年收") == nil && text.range(of: "") == nil && "".range(of: "年") == nil)
    #expect(text.dropFirst(2).range(of: "年度") != nil)
  }

  @Test("the parts of a split code are joined")
  func codeContext() {
    var context = CodeContext()
    #expect(context.join(["201", nil, nil], columns: 3) == "201")
    #expect(context.join(["201", "06", nil], columns: 3) == "20106")
    #expect(context.join(["201", "06", "01"], columns: 3) == "2010601")
    // 类 and 款 left out.
    #expect(context.join([nil, nil, "02"], columns: 3) == "2010602")
    #expect(context.join([nil, "07", nil], columns: 3) == "20107")
    #expect(context.join([nil, nil, "01"], columns: 3) == "2010701")
    #expect(context.join([nil, nil, nil], columns: 3) == nil)
    // Every column prints the whole code so far.
    #expect(context.join(["208", "20805", "2080505"], columns: 3) == "2080505")
    #expect(context.join([nil, nil, "2080506"], columns: 3) == "2080506")
    #expect(context.join([nil, "20899", nil], columns: 3) == "20899")
    #expect(context.join(["2010601"], columns: 1) == "2010601")
    #expect(context.join([], columns: 0) == nil)
    // One cell over 类 and 款.
    #expect(context.join(["20106", "03"], columns: 3) == "2010603")
    #expect(context.join(["301", "01"], columns: 2) == "30101")
    #expect(context.join([nil, "02"], columns: 2) == "30102")
    // A class that stands indented is none of the parts of the one above.
    #expect(context.join(["201", nil, nil], columns: 3) == "201")
    #expect(context.join([nil, "208", nil], columns: 3) == "208")
    // No class is known.
    var parts = CodeContext()
    #expect(parts.join(["04", "01"], columns: 2) == nil && parts.join([nil, "02"], columns: 2) == nil)
  }
}
