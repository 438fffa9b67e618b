/**
 * Lets the widget on any page read an answer. Only for what no cookie opens: public documents, and a ticket's progress,
 * which its secret opens.
 */
export const readableAnywhere = ['access-control-allow-origin', '*'] as const;
