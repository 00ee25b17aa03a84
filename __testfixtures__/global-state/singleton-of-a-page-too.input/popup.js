import { getStore } from './store.js';

getStore().add();
console.log(getStore().count);
