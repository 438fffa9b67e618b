/** What each text would do, were it run as markup, an address, a template or a formula: leave a mark on the window. */
const deeds = ['window.yuwenRan=1', 'alert(1)', "top['yuwenRan'+Date.now()]=1"];

/** Ways to have a deed run, `§` standing for it. */
const ways = [
  '<script>§</script>', '<img src=x onerror="§">', '<svg onload="§">', '<svg><script>§</script></svg>', '<body onload="§">',
  '<iframe srcdoc="<script>parent.§</script>"></iframe>', '<details open ontoggle="§">x</details>', '<input autofocus onfocus="§">',
  '<video><source onerror="§"></video>', '<a href="javascript:§">点这里</a>', '<math><mi xlink:href="javascript:§">x</mi></math>',
  '<form action="javascript:§"><button>提交</button></form>', '<object data="javascript:§"></object>', '<embed src="javascript:§">',
  '<link rel=stylesheet href="javascript:§">', '<style>@import "javascript:§"</style>', '<meta http-equiv=refresh content="0;url=javascript:§">',
  '"><script>§</script>', "'-§-'", '`$\u007b§}`', '{{constructor.constructor("§")()}}', '$\u007b§}', '#{§}', '<%= § %>', ']]><script>§</script>',
  '--><script>§</script><!--', '</textarea><script>§</script>', '</title><script>§</script>', '[点这里](javascript:§)', '![图](x" onerror="§)',
  '=cmd|"§"!A1', '<x onpointerenter="§" style="position:fixed;inset:0">',
]; // biome-ignore format: a list of ways

/** Around it: as a recogniser, a careless program or an attacker would write it. */
const disguises: ((text: string) => string)[] = [
  (text) => text,
  (text) => `我要反映一个事情${text}希望处理`,
  (text) => text.replaceAll(/<\w+/gu, (tag) => tag.toUpperCase()),
  (text) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (text) => `${text.slice(0, 6)}${text}`,
  (text) => `“${text}”说了三遍`,
];

/** Some five hundred texts that are to be shown as they are, and to do nothing. */
export function hostileTexts(): string[] {
  return disguises.flatMap((disguise) =>
    ways.flatMap((way) => deeds.map((deed) => disguise(way.replaceAll('§', deed)))),
  );
}
