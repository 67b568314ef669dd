import PageContent
import Testing

@testable import TableStructure

@Suite("Rows of a text over several lines")
struct PartedRowTests {
  @Test("a row's figures, codes and names in lines of their own, rows parted by blank lines, on two sides")
  func partedRows() throws {
    let table = try #require(
      tables(
        """
                                基本支出决算表
                                                                          单位：万元

            科目编码                                      科目编码
                             科目名称       决算数                        科目名称         决算数
        类       款                                   类     款

        301                         2,082.85        302                       171.07
                          工资福利支出                                  商品和服务支出

        301     13          住房公积金     187.19        302   13      维修（护）费        2.83

        301     99        其他工资福利支出     91.03        302   16      培训费           4.05

                                      262.33                                   21.21
        301     01                                  302
                            基本工资                          01      办公费

        301     02                                  302
                            津贴补贴                          02      印刷费

                                      160.75
        301     08    机关事业单位养老保险缴                   302
                                                          06      电费
                      费

        303     04          抚恤金                     302   24      被装购置费
        303     05                                  302
                            生活补助                          25      专用燃料费

                                                                                2.01
        303     07                                  302
                            医疗费补助                         26      劳务费
        """
      ).last)
    #expect(
      table.dump.hasSuffix(
        """
        301 |  | 工资福利支出 | 2,082.85 | 302 |  | 商品和服务支出 | 171.07
        301 | 13 | 住房公积金 | 187.19 | 302 | 13 | 维修（护）费 | 2.83
        301 | 99 | 其他工资福利支出 | 91.03 | 302 | 16 | 培训费 | 4.05
        301 | 01 | 基本工资 | 262.33 | 302 | 01 | 办公费 | 21.21
        301 | 02 | 津贴补贴 |  | 302 | 02 | 印刷费 | 
        301 | 08 | 机关事业单位养老保险缴费 | 160.75 | 302 | 06 | 电费 | 
        303 | 04 | 抚恤金 |  | 302 | 24 | 被装购置费 | 
        303 | 05 | 生活补助 |  | 302 | 25 | 专用燃料费 | 
        303 | 07 | 医疗费补助 |  | 302 | 26 | 劳务费 | 2.01
        """))
  }

  @Test("合计 below 类, 款 and 项 and under its own figures, which stand a line or two above")
  func partedTotal() throws {
    let table = try #require(
      tables(
        """
                                        支出决算表
                                                                    单位：万元

                          科目名称            本年支出合计       基本支出      项目支出      经营支出
            科目编码
                                                   2,336.91    603.14
                                        2,940.05
        类     款     项
                                合计
                                                   1,503.52    603.14
        201             一般公共服务支出        2,106.66
                                                   1,503.52    603.14
        201   06        财政事务            2,106.66
                                                                 8.37
        201   06    01  行政运行                8.37
        208             社会保障和就业支出         833.39     833.39
        """
      ).last)
    #expect(
      table.dump.hasSuffix(
        """
        类 | 款 | 项 | 合计 | 2,940.05 | 2,336.91 | 603.14 | 
        201 |  |  | 一般公共服务支出 | 2,106.66 | 1,503.52 | 603.14 | 
        201 | 06 |  | 财政事务 | 2,106.66 | 1,503.52 | 603.14 | 
        201 | 06 | 01 | 行政运行 | 8.37 |  | 8.37 | 
        208 |  |  | 社会保障和就业支出 | 833.39 | 833.39 |  | 
        """))
  }

  @Test("names without figures between blank lines stay rows of their own where nothing codes them")
  func partedNames() throws {
    let table = try #require(
      tables(
        """
                            收入预算表
                            单位：万元
        项目                      预算数

        一、财政拨款收入              120.00
        二、事业收入

        三、经营收入
        四、其他收入                  3.00

        本年收入合计
        上年结转                    12.50
        """
      ).last)
    #expect(table.rowCount == 7)
  }
}
