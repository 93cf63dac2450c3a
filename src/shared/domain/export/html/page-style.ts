/** How exported pages look: on screens light or dark as the system is, on paper in black with sections on new pages. */
export const pageStyle = `
:root{color-scheme:light dark;--paper:#fefefd;--ink:#21201c;--quiet:#63635e;--line:#dad9d6;--soft:#f1f0ef;--accent:#0b766a;--mark:#fff1a8;--keyword:#8a2f8f;--string:#2b6a2f;--number:#9a4a00;--title:#1d5fa8;--good:#2a7e3b;--good-soft:#e9f6e9;--careful:#8a5a00;--careful-soft:#fff7c2;--wrong:#c62a0f;--wrong-soft:#feebe7;--accent-soft:#e0f8f3}
@media (prefers-color-scheme:dark){:root{--paper:#161615;--ink:#eeeeec;--quiet:#b5b3ad;--line:#3b3a37;--soft:#222221;--accent:#0bd8b6;--mark:#5c4a00;--keyword:#e09ae4;--string:#9bd49f;--number:#f0b070;--title:#8cc2ff;--good:#71d083;--good-soft:#1b2a1e;--careful:#ffca16;--careful-soft:#302008;--wrong:#ff977d;--wrong-soft:#391714;--accent-soft:#0d2d2a}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:16px/1.6 Inter,system-ui,-apple-system,"Segoe UI","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;overflow-wrap:break-word;scroll-padding-top:16px}
body{margin:0;padding:32px 24px 96px}
main{max-width:44rem;margin:0 auto}
main:lang(zh){line-height:1.75}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
h1,h2,h3,h4,h5,h6{line-height:1.3;font-weight:650;text-wrap:balance;margin:1.6em 0 .5em}
h1{font-size:1.75rem;margin-top:0}
article h1{font-size:1.44rem}
article h2{font-size:1.2rem;border:0;padding:0}
h2{font-size:1.44rem;border-bottom:1px solid var(--line);padding-bottom:.3em}
h3{font-size:1.2rem}
h4,h5,h6{font-size:1rem}
p,ul,ol,blockquote,pre,table{margin:0 0 .9em}
ul,ol{padding-left:1.6em}
li>p{margin-bottom:.4em}
ul>.task-list-item{list-style:none}
ul>.task-list-item>input:first-child,ul>.task-list-item>p:first-child>input:first-child{width:1em;height:1em;margin:0 .45em 0 -1.45em;vertical-align:-.1em}
blockquote{border-left:3px solid var(--line);color:var(--quiet);padding-left:1em;margin-left:0;margin-right:0}
blockquote>:last-child,.callout>:last-child{margin-bottom:0}
.callout{--kind:var(--accent);--kind-soft:var(--accent-soft);border-left:3px solid var(--kind);border-radius:0 6px 6px 0;background:var(--kind-soft);padding:.6em 1em;margin:0 0 .9em}
.is-tip,.is-success{--kind:var(--good);--kind-soft:var(--good-soft)}
.is-question,.is-warning{--kind:var(--careful);--kind-soft:var(--careful-soft)}
.is-failure,.is-danger,.is-bug{--kind:var(--wrong);--kind-soft:var(--wrong-soft)}
.is-example,.is-quote,.is-unknown{--kind:var(--quiet);--kind-soft:var(--soft)}
.callout-title{color:color-mix(in srgb,var(--kind) 85%,var(--ink));font-weight:600;margin:0}
summary.callout-title{cursor:pointer}
.callout-title~*{margin-top:.4em}
.callout-title svg{width:1.1em;height:1.1em;margin-right:.4em;vertical-align:-.18em;fill:none;stroke:currentColor;stroke-width:1.9;stroke-linecap:round;stroke-linejoin:round}
.callout-name{font-weight:400;margin-right:.25em}
code{font:.92em/1.5 "JetBrains Mono",ui-monospace,"SF Mono",Menlo,Consolas,monospace;background:var(--soft);border-radius:4px;padding:.1em .3em}
pre{background:var(--soft);border-radius:6px;padding:12px 16px;overflow-x:auto}
pre code{background:none;padding:0}
img{max-width:100%;border-radius:4px}img:not([height]){height:auto}
table{border-collapse:collapse;display:block;overflow-x:auto;font-variant-numeric:tabular-nums}
th,td{border:1px solid var(--line);padding:5px 10px;text-align:start}
[align=right]{text-align:end}[align=center]{text-align:center}
mark{background:var(--mark);color:inherit;border-radius:2px}
.callout mark{background:color-mix(in srgb,var(--mark) 80%,var(--careful))}
sub,sup{font-size:.75em;line-height:0}
hr{border:0;border-top:1px solid var(--line);margin:2em 0}
.katex-display{margin:.9em 0;padding:.2em 0;overflow-x:auto;overflow-y:hidden}
.katex{font-size:1.1em}
.wrong{color:#c33}
.footnotes{font-size:.92rem;color:var(--quiet)}
.list{color:var(--quiet);font-size:.92rem;margin:3em 0 -1.6em}
.title{max-width:67rem;margin:0 auto}
.title h1{margin-bottom:1em}
.chapter:first-of-type h2{margin-top:0}
.quiet{color:var(--quiet)}
.contents{font-size:.92rem;line-height:1.45}
.contents h2{font-size:1rem;border:0;margin:0 0 .6em}
.contents ol{list-style:none;padding:0;margin:0}
.contents ol ol{padding-left:1em}
.contents li{margin:.25em 0}
.contents a{color:inherit;text-decoration:none}
.contents a:hover{color:var(--accent);text-decoration:underline}
.contents summary{cursor:pointer;font-weight:600}
.open a::before{content:"\\25CB\\2002";color:var(--quiet)}
.done a::before{content:"\\25CF\\2002";color:var(--accent)}
.search input{width:100%;font:inherit;color:inherit;background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:8px 12px}
.search ol{padding-left:1.6em;min-height:0}
.steps{display:flex;justify-content:space-between;gap:24px;border-top:1px solid var(--line);padding-top:12px;margin-top:3em;font-size:.92rem}
.crumbs{font-size:.92rem;color:var(--quiet);margin-bottom:1.6em}
.hljs-comment,.hljs-quote,.hljs-meta{color:var(--quiet);font-style:italic}
.hljs-keyword,.hljs-selector-tag,.hljs-literal,.hljs-type,.hljs-tag{color:var(--keyword)}
.hljs-string,.hljs-regexp,.hljs-addition,.hljs-attribute{color:var(--string)}
.hljs-number,.hljs-symbol,.hljs-bullet,.hljs-variable,.hljs-template-variable{color:var(--number)}
.hljs-title,.hljs-section,.hljs-name,.hljs-built_in,.hljs-attr{color:var(--title)}
@media screen and (min-width:70rem){.whole{display:grid;grid-template-columns:20rem minmax(0,44rem);gap:48px;justify-content:center}.whole>.contents{position:sticky;top:16px;max-height:calc(100vh - 32px);overflow:auto;border-right:1px solid var(--line);padding-right:16px}.whole>main{margin:0;width:100%}}
@media screen and (max-width:70rem){.title,.whole>.contents{max-width:44rem;margin:0 auto 3em}}
@media print{:root{--paper:#fff;--ink:#000;--quiet:#444;--line:#bbb;--soft:#f4f4f4;--accent:#000;--mark:#eee;--keyword:#000;--string:#333;--number:#333;--title:#000;--good:#000;--careful:#000;--wrong:#000;--good-soft:#f4f4f4;--careful-soft:#f4f4f4;--wrong-soft:#f4f4f4;--accent-soft:#f4f4f4}.callout::details-content{content-visibility:visible}html{font-size:10.5pt}body{padding:0}main,.title,.whole>.contents{max-width:none}.title h1{font-size:24pt}.contents{break-after:page;font-size:8.5pt;columns:2;column-gap:24pt}.contents>h2{column-span:all;font-size:12pt}.contents summary{list-style:none;break-after:avoid}.contents li li{break-inside:avoid}.contents a,.contents summary{text-decoration:none}.chapter{break-before:page}.chapter:first-of-type{break-before:auto}h1,h2,h3,h4,h5,h6{break-after:avoid;break-inside:avoid}pre,table,blockquote,.callout,img,.katex-display{break-inside:avoid}pre{white-space:pre-wrap}table{display:table;width:100%}main a{color:inherit;text-decoration:underline}.search,.steps{display:none}}
@page{size:A4;margin:20mm 18mm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt system-ui,sans-serif;color:#555}}
`
