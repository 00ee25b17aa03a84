import { reloadActive } from './tabs.js';

document.querySelector('button').onclick = () => reloadActive();
