import PageContent

extension PictureFailure {
  /// In the picture's place.
  var chinese: String {
    switch self {
    case .undrawable: "无图：此处画不出"
    case .timeout: "无图：绘制用时超出限制"
    case .memory: "无图：绘制所需内存超出限制"
    case .crash: "无图：绘制时程序出错"
    }
  }
}
