/** The stylesheet of every page: the system's fonts, light and dark, wide and narrow. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #fff; --raised: #f5f6f8; --line: #d5d9e0; --text: #1b1f27; --quiet: #565e6c; --link: #0b57c2;
  --every: #b3141d; --most: #a3490a; --some: #775b00; --none: #19692d; --code: #eef0f4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171c; --raised: #1c2027; --line: #353c48; --text: #e6e9ee; --quiet: #a4adbb; --link: #84b6ff;
    --every: #ff8a8a; --most: #ffae6b; --some: #e6c74f; --none: #79d48c; --code: #232933;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body {
  margin: 0 auto; padding: 1rem clamp(1rem, 4vw, 3rem) 4rem; max-width: 68rem;
  background: var(--ground); color: var(--text); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word;
}
header { border-bottom: 1px solid var(--line); padding-bottom: .6rem; margin-bottom: 1.5rem; }
header a { font-weight: 650; text-decoration: none; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .6rem; color: var(--quiet); font-size: .9rem; }
h1 { font-size: clamp(1.5rem, 4vw, 2.1rem); line-height: 1.2; margin: 0 0 .6rem; }
h2 { font-size: 1.25rem; margin: 2.4rem 0 .6rem; }
h3 { font-size: 1rem; margin: 1.4rem 0 .3rem; }
p, ul, ol, dl { margin: .5rem 0 .8rem; max-width: 46rem; }
a { color: var(--link); }
a:focus-visible, input:focus-visible, button:focus-visible, summary:focus-visible, pre:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px;
}
code, pre { font: .875em/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
code { background: var(--code); border-radius: .25rem; padding: .1em .3em; }
pre { background: var(--code); border: 1px solid var(--line); border-radius: .4rem; padding: .7rem .9rem; margin: .3rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
pre code { background: none; padding: 0; font-size: inherit; }
.story { font-size: 1.1rem; }
.quiet { color: var(--quiet); }
.facts { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; align-items: baseline; color: var(--quiet); margin: 0 0 1rem; }
.severity { font-weight: 500; white-space: nowrap; }
.severity::before { content: "\\25CF"; margin-right: .35em; }
.every { color: var(--every); } .most { color: var(--most); } .some { color: var(--some); } .none { color: var(--none); }
table { border-collapse: collapse; width: 100%; margin: .4rem 0; }
caption { text-align: left; color: var(--quiet); padding: .2rem 0 .4rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .8rem .45rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
thead th { color: var(--quiet); font-size: .9rem; }
td.id { width: 17rem; } td.how { width: 12rem; } td.try { width: 5.5rem; white-space: nowrap; }
.search { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: 1.2rem 0 .4rem; }
.search label { font-weight: 600; }
.search input { flex: 1 1 14rem; max-width: 30rem; font: inherit; padding: .4rem .6rem; color: inherit; background: var(--raised); border: 1px solid var(--quiet); border-radius: .35rem; }
.groups { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: .8rem 0; }
button { font: inherit; font-size: .85rem; color: var(--link); background: var(--raised); border: 1px solid var(--line); border-radius: .35rem; padding: .2rem .7rem; cursor: pointer; }
.command { position: relative; }
.command pre { padding-right: 5.2rem; }
.command button { position: absolute; top: .4rem; right: .4rem; }
dd { margin: 0 0 .4rem 1.2rem; }
dl.scene { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; }
dl.scene dt { color: var(--quiet); } dl.scene dd { margin: 0; }
details.call { padding: .45rem .9rem; margin: .4rem 0; }
.call summary { font-weight: 400; }
.call summary b { display: inline-block; min-width: 15rem; font-weight: 600; }
details { border: 1px solid var(--line); border-radius: .4rem; padding: .5rem .9rem; margin: .8rem 0; background: var(--raised); }
summary { cursor: pointer; font-weight: 600; }
.picture { list-style: none; padding: 0; margin: .8rem 0; max-width: 40rem; }
.box { border: 2px solid var(--line); border-radius: .5rem; padding: .5rem .8rem; background: var(--raised); }
.box strong { display: block; }
.box.error { border-color: var(--every); } .box.warning, .box.notice { border-color: var(--some); }
.box.missing { border-style: dashed; border-color: var(--every); background: none; }
.box.beside { border-style: dotted; margin-top: 1.2rem; }
.trouble { margin: .2rem 0 0; color: var(--some); } .error .trouble { color: var(--every); }
.link { margin-left: 1.4rem; padding: .35rem 0 .35rem .8rem; border-left: 3px solid var(--quiet); color: var(--quiet); font-size: .9rem; }
.link.broken { border-left: 3px dashed var(--every); color: var(--every); font-weight: 600; }
@media (max-width: 40rem) {
  table.stack thead { position: absolute; clip-path: inset(50%); }
  table.stack tr { display: grid; grid-template-columns: 1fr auto; padding: .5rem 0; border-bottom: 1px solid var(--line); }
  table.stack td { border: 0; padding: .1rem .6rem .1rem 0; width: auto; }
  table.stack td.id, table.stack td.what { grid-column: 1 / -1; }
  dl.scene { grid-template-columns: 1fr; }
  dl.scene dd { margin-bottom: .4rem; }
  .command pre { padding-right: .9rem; }
  .command button { position: static; margin: .2rem 0; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`;
