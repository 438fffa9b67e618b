import type { ReactNode } from 'react';

/** A wide table scrolls in here and leaves the page standing; with the keyboard too, so it takes the focus. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="scroll-box" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
