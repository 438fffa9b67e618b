import { ProgressElement } from '../progress/progress-element.ts';
import { ChatWidget } from './chat-widget.ts';

// Only while a classic script runs does the document say which one it is.
const script = document.currentScript;
if (script instanceof HTMLScriptElement && script.src) ChatWidget.scriptOrigin = new URL(script.src).origin;

// A page that includes the script twice must not fail.
if (!customElements.get('yuwen-chat')) customElements.define('yuwen-chat', ChatWidget);
if (!customElements.get('yuwen-progress')) customElements.define('yuwen-progress', ProgressElement);
