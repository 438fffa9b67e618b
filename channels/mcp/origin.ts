const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a page of this origin may call the tools; programs send no origin. A name that a stranger's page points at this
 * machine (DNS rebinding) sends itself as origin and as host alike, so only names that were written down count.
 */
export function isAllowedOrigin(origin: string | undefined, allowed: readonly string[]): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const { hostname, origin: canonical } = new URL(origin);
  return loopback.has(hostname) || allowed.some((one) => one !== '*' && one === canonical);
}
