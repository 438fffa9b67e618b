/** The look of a report: the reader's own fonts, light and dark as he has it, and fit to be printed. */
export const reportStyle = `
:root { color-scheme: light dark; font: 16px/1.6 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif }
body { margin: 0 } main { max-width: 60rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2rem }
.wide { overflow-x: auto } table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent) }
tbody th { font-weight: 600; white-space: nowrap } td { white-space: pre-wrap; overflow-wrap: anywhere }
details { border-left: 3px solid color-mix(in srgb, currentColor 25%, transparent); padding-left: .6rem; margin: .5rem 0 }
summary { cursor: pointer } summary b { display: inline-block; min-width: 2.5em }
@media print { main { max-width: none } }
`;
