import App from './App.vue';
import { setMode } from './items.js';

new App(setMode);
