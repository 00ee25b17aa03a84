import { defineBackground } from '#imports';

function start() {
  chrome.runtime.onMessage.addListener((message) => console.log(message));
}

export default defineBackground({ persistent: true, main: start });
