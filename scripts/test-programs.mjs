import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(':')
    .map((folder) => join(folder, name))
    .find(existsSync);

/** Debian keeps the server's programs of every version in a folder of its own, off the PATH. */
function debianPostgres() {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root) : [];
  return versions.map((version) => join(root, version, 'bin', 'postgres')).find(existsSync);
}

export const findProgram = {
  'redis-server': () => onPath('redis-server'),
  postgresql: () => debianPostgres() ?? onPath('postgres'),
  chromium: () => onPath('chromium') ?? onPath('chromium-browser') ?? onPath('google-chrome'),
};

const hasChineseFont = () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');

/** Programs that some tests run for real, by the name of their Debian package. */
export const testPrograms = [
  ...Object.entries(findProgram).map(([debianPackage, find]) => ({ debianPackage, isThere: () => Boolean(find()) })),
  { debianPackage: 'fonts-noto-cjk', isThere: hasChineseFont },
];
