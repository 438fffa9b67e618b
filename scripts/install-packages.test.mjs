import { describe, expect, it } from 'vitest';
import { isInstalled } from './install-packages.mjs';

const lock = (packages) => ({ packages: { '': { version: '0.1.0' }, ...packages } });

describe('isInstalled', () => {
  it('asks for every package in the version that the lock names', () => {
    const wanted = lock({ 'node_modules/a': { version: '1.0.0' } });
    expect(isInstalled(wanted, lock({ 'node_modules/a': { version: '1.0.0' } }))).toBe(true);
    expect(isInstalled(wanted, lock({ 'node_modules/a': { version: '0.9.0' } }))).toBe(false);
    expect(isInstalled(wanted, lock({}))).toBe(false);
  });

  it('does without optional packages, which another platform or a missing compiler leaves out', () => {
    const wanted = lock({ 'node_modules/hnswlib-node': { version: '3.0.0', optional: true } });
    expect(isInstalled(wanted, lock({}))).toBe(true);
    expect(isInstalled(wanted, lock({ 'node_modules/hnswlib-node': { version: '2.0.0' } }))).toBe(false);
  });

  it('takes an installation that npm did not finish for none', () => {
    expect(isInstalled(lock({}), undefined)).toBe(false);
  });
});
