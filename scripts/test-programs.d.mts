/** Paths by Debian package; undefined where the machine has none. */
export const findProgram: Record<'redis-server' | 'postgresql' | 'chromium', () => string | undefined>;
