import { visit } from './state.js';
export { visited as history } from './state.js';
export { lastUrl } from './state.js';
export { visit as note };
