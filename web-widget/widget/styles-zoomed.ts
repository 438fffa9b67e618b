import { css } from 'lit';

/** Windows a few lines high, as they are at 400 % zoom. Last of all sheets, as it takes back what others set. */
export const zoomedStyles = css`
  /* Zoomed until hardly a line is left: everything scrolls together, and nothing keeps its place at the expense of the rest. */
  @media (max-height: 420px) {
    .window {
      overflow-y: auto;
    }
    .window > header {
      flex: none;
    }
    .log,
    .screen,
    .window > .photos {
      flex: none;
      overflow: visible;
      max-height: none;
    }
    :host([inline]) {
      max-height: none;
    }
    .turning {
      position: static;
    }
  }
`;
