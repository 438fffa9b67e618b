/** Closes the dialog that the clicked thing stands in; the browser gives the focus back to what opened it. */
export const closeDialog = (event: Event) => (event.currentTarget as HTMLElement).closest('dialog')?.close();

export function closeOnBackdrop(event: MouseEvent): void {
  // The dialog's own padding is zero: a click whose target is the dialog itself fell beside its content.
  if (event.target === event.currentTarget) (event.currentTarget as HTMLDialogElement).close();
}
