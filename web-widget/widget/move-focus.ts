import type { LitElement } from 'lit';

/** Puts the focus on the first of these, once what has changed is shown. */
export function focusOn(widget: LitElement, selector: string): void {
  void widget.updateComplete.then(() => widget.renderRoot.querySelector<HTMLElement>(selector)?.focus());
}

/** Where a new screen of the plain mode begins, so that it is read out and the next key goes on from there. */
export function focusHeading(widget: LitElement): void {
  void widget.updateComplete.then(() => widget.renderRoot.querySelector('.screen')?.scrollTo(0, 0));
  focusOn(widget, '.screen h3');
}

/** Opens a dialog over the window; closed again, the browser gives the focus back to what opened it. */
export function showDialog(widget: LitElement, name: 'card' | 'person' | 'source'): void {
  void widget.updateComplete.then(() => {
    const dialog = widget.renderRoot.querySelector<HTMLDialogElement>(`dialog.${name}`);
    if (dialog && !dialog.open) dialog.showModal();
  });
}
