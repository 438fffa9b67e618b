import { hostileWays } from './hostile-ways.ts';

export interface HostileText {
  /** Stands in the text, once or more: what runs says it. */
  canary: number;
  family: string;
  text: string;
}

/** What a text would do, were it run. `__ran` is the ear of a page that is watched; elsewhere a dialog opens. */
const deeds = [
  (canary: number) => `(top.__ran||alert)(${canary})`,
  (canary: number) => `alert(${canary})`,
  (canary: number) => `import('/canary/${canary}')`,
  (canary: number) => `document.title='canary ${canary}'`,
  (canary: number) => `location='/canary/${canary}'`,
];

/** Around it: as a citizen, a careless program or an attacker would write it. */
const carriers: ((text: string) => string)[] = [
  (text) => text,
  (text) => `我要反映一个事情${text}希望处理`,
  (text) => text.replaceAll(/<\w+/gu, (tag) => tag.toUpperCase()),
  (text) => `“${text}”说了三遍`,
  (text) => `第一行\n${text}\n`,
];

/** More than five hundred different texts that are to be shown as they are, and to do nothing. */
export function hostilePayloads(): HostileText[] {
  const ways = Object.entries(hostileWays).flatMap(([family, texts]) => texts.map((way) => ({ family, way })));
  return carriers.flatMap((carry, carrier) =>
    ways.map(({ family, way }, at) => {
      const canary = carrier * ways.length + at + 1;
      const deed = deeds[(at + carrier) % deeds.length]!(canary);
      return { canary, family, text: carry(way).replaceAll('§', deed) };
    }),
  );
}

/** Those that the desk takes as they are, in one line: it takes control and invisible characters out of what people write. */
export function hostileTexts(): string[] {
  const texts = hostilePayloads().map(({ text }) => text.trim());
  const taken = texts.filter((text) => text.length < 400 && !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text));
  return [...new Set(taken.filter((text) => text === text.normalize('NFC')))];
}

/** Names of files of a kind that is read: a text each, and what a path, a header or an eye would be deceived by. */
export function hostileFileNames(texts: readonly string[]): string[] {
  const tricks = [
    '../../../../etc/passwd.txt', '..\\..\\windows\\system.txt', '/etc/cron.d/x.txt', 'C:\\x.txt', '.txt', '...txt', '~/.ssh/x.txt', 'con.txt',
    'x\u0000.html.txt', '指南\u202etxt.exe.txt', '\ufeff指南.txt', `${'长'.repeat(1360)}.txt`, `${'x'.repeat(4090)}.txt`, '半个\ud800字.txt',
    'a\r\ncontent-type: text/html\r\n\r\n<script>alert(1)</script>.txt', 'a"; filename="b.html"; x=".txt', "x.txt'; filename*=UTF-8''y.html.txt", 'x%0d%0aset-cookie:a=b.txt', '<img src=x onerror=alert(1)>.txt',
  ];
  return [...texts.map((text) => `../${text}.txt`), ...tricks];
} // biome-ignore format: a list of tricks
