extension ReportHTML {
  /// How the page is set: one column of text, one accent for each severity, figures in columns of equal digits.
  /// On paper what is folded opens, but for the tables: they stand in the report itself.
  static let style = """
    :root{--paper:#fff;--ink:#1b1d21;--soft:#5d636e;--rule:#dfe2e7;--wash:#f5f6f8;--link:#1c4f9c;\
    --error:#b3261e;--warning:#8f5b00;--info:#41688f}
    @media (prefers-color-scheme:dark){:root{--paper:#15171a;--ink:#e6e8eb;--soft:#9aa1ac;--rule:#33373e;\
    --wash:#1e2125;--link:#8db8f2;--error:#ff8a80;--warning:#e8b04b;--info:#8fb6de}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
    body{margin:0 auto;padding:3.5rem 1.5rem 4rem;max-width:64rem;background:var(--paper);color:var(--ink);\
    font:16px/1.7 "Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif;\
    overflow-wrap:anywhere}
    h1{font-size:1.75rem;line-height:1.35;font-weight:600;margin:0 0 1rem;text-wrap:balance}
    h2{font-size:1.2rem;line-height:1.4;font-weight:600;margin:0}
    h3{font-size:1rem;line-height:1.65;font-weight:500;margin:0}
    a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.2em}
    code{font:.85em ui-monospace,"Noto Sans Mono CJK SC",monospace;color:var(--soft)}
    dl,p,figure{margin:0}
    dl div{display:flex;gap:.75rem}
    dt{color:var(--soft);flex:none}
    dd{margin:0}
    header dl{font-size:.9rem}
    header dt{width:4.5rem}
    .verdict{display:flex;flex-wrap:wrap;gap:.25rem 2rem;margin:0 0 1.25rem;font-size:1.05rem}
    .verdict strong{font-size:1.5rem;font-weight:600}
    .count{color:var(--accent);text-decoration:none}
    .error{--accent:var(--error)}
    .warning{--accent:var(--warning)}
    .info{--accent:var(--info)}
    section{margin-top:3.5rem}
    section>h2,summary>h2{color:var(--accent,inherit)}
    article{margin-top:1.5rem;padding:.1rem 0 .1rem 1.25rem;border-left:3px solid var(--accent);break-inside:avoid}
    article>*+*{margin-top:.75rem}
    .label{color:var(--accent);font-weight:600;margin-right:.5em;white-space:nowrap}
    .figures{display:flex;flex-wrap:wrap;gap:.1rem 2rem;font-variant-numeric:tabular-nums}
    .figures div{gap:.5rem}
    .figures dd{font-weight:600}
    .evidence{padding-left:1.6em;font-size:.95rem}
    .evidence li::marker{color:var(--soft);font-variant-numeric:tabular-nums}
    .printed,.blank{margin-left:.6em}
    .printed{font-weight:600;font-variant-numeric:tabular-nums}
    .blank{color:var(--soft)}
    .rule{font-size:.85rem;color:var(--soft)}
    pre{margin:.25rem 0 .5rem;padding:.5rem .75rem;overflow-x:auto;background:var(--wash);border-radius:3px;\
    font:.8rem/1.6 "Noto Sans Mono CJK SC",ui-monospace,monospace;white-space:pre}
    mark{background:none;color:inherit;font-weight:700;outline:1.5px solid var(--accent);outline-offset:1px}
    figure{margin-top:.75rem}
    .sheet{overflow-x:auto}
    svg{display:block;width:100%;height:auto;background:#fff;border:1px solid var(--rule)}
    svg .mark{fill:none;stroke:#b3261e;stroke-width:1;stroke-dasharray:2.5 1.5}
    svg .first{stroke-width:1.5;stroke-dasharray:none}
    svg rect.tag{fill:#b3261e}
    svg text.tag{fill:#fff;font-size:6.5px;font-weight:600;text-anchor:middle}
    .warning svg .mark{stroke:#a86500}
    .warning svg rect.tag{fill:#a86500}
    .info svg .mark{stroke:#2f6096}
    .info svg rect.tag{fill:#2f6096}
    figcaption{font-size:.8rem;color:var(--soft);margin-top:.15rem}
    summary{cursor:pointer}
    summary h2,summary h3{display:inline}
    article summary{color:var(--link);font-size:.9rem}
    .facts{font-size:.85rem;color:var(--soft);margin-left:1em;white-space:nowrap}
    .mentions{color:var(--error)}
    .table{border-top:1px solid var(--rule);padding:.55rem 0}
    section>h2+.table{margin-top:.75rem}
    .table:last-child{border-bottom:1px solid var(--rule)}
    .table>p{font-size:.9rem;margin-top:.5rem}
    .note{color:var(--soft)}
    .scroll{overflow-x:auto;margin:.75rem 0}
    table{border-collapse:collapse;font-size:.85rem;line-height:1.5;font-variant-numeric:tabular-nums;\
    overflow-wrap:normal}
    caption{text-align:left;font-weight:600;padding:.4rem 0}
    th,td{padding:.3rem .75rem .3rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule);\
    font-weight:400}
    tbody th{min-width:11em}
    thead th{color:var(--soft);vertical-align:bottom;min-width:4.5em}
    .n,td:where(table:not(.words) tbody td:not(.code)){text-align:right}
    .words td{min-width:5em}
    .sum th,.sum td{font-weight:600}
    .spoken{background:color-mix(in srgb,var(--accent) 14%,transparent)}
    .spoken a{color:var(--accent);font-weight:600}
    :target{scroll-margin-top:1rem}
    .spoken:target,article:target{outline:2px solid var(--accent);outline-offset:2px}
    footer{margin-top:4rem;padding-top:1rem;border-top:1px solid var(--rule);font-size:.85rem;color:var(--soft)}
    @media (max-width:40rem){body{padding:1.75rem 1rem 3rem}h1{font-size:1.4rem}section{margin-top:2.5rem}\
    article{padding-left:.85rem}.wide svg{min-width:36rem}.facts{white-space:normal}}
    @media print{:root{--paper:#fff;--ink:#000;--soft:#444;--rule:#bbb;--wash:#f5f6f8;--link:#000;\
    --error:#b3261e;--warning:#8f5b00;--info:#41688f}
    @page{margin:18mm 16mm}
    body{padding:0;max-width:none;font-size:10.5pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
    section>details:not(.table)::details-content,article details::details-content{content-visibility:visible;display:block;\
    block-size:auto}
    h2,h3,summary{break-after:avoid}figure,li,tr{break-inside:avoid}thead{display:table-header-group}
    .sheet:not(.wide) svg{width:75%}.sheet,.scroll,pre{overflow:visible}pre{white-space:pre-wrap}a{text-decoration:none}}

    """
}
