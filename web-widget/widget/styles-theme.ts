import { css } from 'lit';

/**
 * The two looks. Accent and grounds are computed (theme.ts), so that they can be read whatever colour a page names;
 * the values here hold until then, and where there is no canvas.
 */
export const themeStyles = css`
  .frame {
    --fill: var(--yuwen-accent, #0f5767);
    --on-fill: var(--yuwen-on-accent, #ffffff);
    --accent: #0f5767;
    --paper: #fbf9f5;
    --card: #ffffff;
    --tint: #e8f1f2;
    --ink: #1d2529;
    --quiet: #56646b;
    --line: #d9d5cb;
    --edge: #6f7c82;
    --warm: #fff6e3;
    --warm-line: #e3c88b;
    --danger: #b3261e;
    --danger-fill: #b3261e;
    --mark: #ffe79a;
    color-scheme: light;
  }
  .frame.dark {
    --accent: #8ecad6;
    --paper: #12181b;
    --card: #1c2428;
    --tint: #17353c;
    --ink: #eef2f3;
    --quiet: #b4c0c5;
    --line: #3c484e;
    --edge: #8d9aa0;
    --warm: #372c12;
    --warm-line: #8a6d2b;
    --danger: #ffa59c;
    --mark: #5f4c00;
    color-scheme: dark;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
  /* Colours of the system's own; what only a colour told is told by a line too. */
  @media (forced-colors: active) {
    mark {
      outline: 2px solid;
    }
    button[aria-pressed='true'],
    .tool[aria-pressed='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
    button:disabled {
      color: GrayText;
      border-color: GrayText;
    }
    :focus-visible {
      outline: 3px solid Highlight;
    }
  }
`;
