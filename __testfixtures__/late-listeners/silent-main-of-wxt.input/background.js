import { listen } from './listen.js';

export default defineBackground(() => {
  chrome.runtime.onMessage.addListener((message) => console.log(message));
  listen();
});
