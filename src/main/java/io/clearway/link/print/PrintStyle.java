package io.clearway.link.print;

/// How pages look on a screen and on A4. Grey alone: nothing here asks anybody to act.
final class PrintStyle {

  /// Of every page.
  static final String COMMON =
      """
      *{box-sizing:border-box}
      body{margin:0 auto;padding:20px;color:#15181b;background:#fff;\
      font:14px/1.4 'Noto Sans','Noto Sans CJK SC',system-ui,sans-serif;\
      font-variant-numeric:tabular-nums}
      h1{font-size:20px;margin:0 0 2px}h2{font-size:15px;margin:22px 0 6px;break-after:avoid}
      p{margin:4px 0}small,.small{font-size:12px;color:#3a4148}
      table{border-collapse:collapse;width:100%}
      th,td{padding:3px 7px;border-bottom:1px solid #cfd4d8;text-align:left;vertical-align:top}
      thead th{border-bottom:2px solid #4d555c;vertical-align:bottom}
      tr{break-inside:avoid}thead{display:table-header-group}
      .n{text-align:right;white-space:nowrap}.u{text-align:right;color:#4d555c;font-style:italic}
      :lang(zh) .u{font-style:normal}
      .id{font:11px ui-monospace,'DejaVu Sans Mono',monospace;color:#4d555c;white-space:nowrap}
      .facts{display:flex;flex-wrap:wrap;gap:2px 22px;margin:6px 0 14px}
      .c{white-space:nowrap}
      .facts div{white-space:nowrap}.facts b{font-weight:650}
      """;

  /// A4, standing.
  static final String PORTRAIT =
      COMMON
          + """
          body{max-width:820px}
          tr.first td{border-top:1px solid #98a0a7}tr.first .what{font-weight:650}
          tr.first .n{font-weight:650}
          dl{margin:0;display:grid;grid-template-columns:max-content 1fr;gap:3px 12px}
          dt{padding-top:2px}dd{margin:0;break-inside:avoid}
          @page{size:A4 portrait;margin:14mm 13mm}
          @media print{body{max-width:none;padding:0;font-size:10.5pt}\
          .id{font-size:8pt}small,.small,dd{font-size:9pt}}
          """;

  /// Of the page of a year, beside [#PORTRAIT].
  static final String YEAR =
      """
      .place{color:#3a4148;margin-bottom:6px}
      .tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:10px;margin:10px 0 4px}
      .tiles div{border-top:3px solid #2f4554;padding:6px 2px 2px}
      .tiles span,.tiles b,.tiles small{display:block}
      .tiles span{font-size:12px;color:#3a4148}.tiles b{font-size:23px;line-height:1.3}
      svg{display:block;width:100%;height:auto}
      svg text{font:11px 'Noto Sans','Noto Sans CJK SC',system-ui,sans-serif}
      .legend{float:right;margin:-24px 0 0;font-size:12px;color:#3a4148}
      .legend i{display:inline-block;width:11px;height:11px;margin:0 5px 0 14px;\
      vertical-align:-1px;print-color-adjust:exact}
      .dark{background:#2f4554}.light{background:#b9c6cf}
      section{break-inside:avoid}h3{font-size:13px;margin:12px 0 3px;break-after:avoid}
      .lines .light{background:#8499a6}
      .groups td:first-child,.c{white-space:nowrap}.groups td,.groups th{padding:3px 5px}
      .groups th,.official th{white-space:normal!important}
      .official .source{width:30%}.official td:nth-child(2){white-space:nowrap}
      .bar{white-space:nowrap;width:112px}.bar small{padding-left:6px}
      .bar span{display:inline-block;width:62px;height:9px;background:#eceff1;\
      print-color-adjust:exact}
      .bar i{display:block;height:9px;background:#2f4554;print-color-adjust:exact}
      .source{font-size:11px;color:#3a4148;overflow-wrap:anywhere}
      .official{break-inside:auto}
      @media print{.tiles b{font-size:17pt}.source{font-size:7.5pt}}
      """;

  /// A4, lying.
  static final String LANDSCAPE =
      COMMON
          + """
          body{max-width:1180px}.wide{overflow-x:auto}
          .wide td,.wide th{padding:2px 5px}td small{display:block;font-size:11px}
          @page{size:A4 landscape;margin:12mm}
          @media print{body{max-width:none;padding:0;font-size:9.5pt}\
          small,.small,td small{font-size:8pt}.wide{overflow:visible}section{break-inside:avoid}}
          """;

  /// For a telephone first.
  static final String BOARD =
      COMMON
          + """
          body{max-width:980px;padding:14px;background:#f2f4f5}
          header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:6px 20px}
          nav a{display:inline-block;color:#15181b;padding:9px 8px}nav b{padding:9px 8px}
          .gates{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,400px),1fr));\
          gap:12px;margin:12px 0}
          article{background:#fff;border:1px solid #cfd4d8;border-radius:5px;padding:10px 12px}
          article h2{margin:0 0 4px;font-size:18px}article th{font-weight:400;color:#3a4148}
          article thead th{font-weight:650;color:#15181b;text-align:right}
          article td{text-align:right;font-weight:650}
          article td.u{font-weight:400}article td small{display:block;font-weight:400;\
          white-space:nowrap}
          article h3{margin:10px 0 2px;font-size:14px}
          .intake thead th{font-weight:400}.intake small{display:block;color:#3a4148}
          article th,article td{padding:3px 4px}
          tr:last-child>*{border-bottom:0}
          @media print{body{background:#fff}}
          """;

  private PrintStyle() {}
}
