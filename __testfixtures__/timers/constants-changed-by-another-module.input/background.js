import { DELAYS as delays } from "./delays.js";

browser.runtime.onMessage.addListener((message) => {
  delays.open = message.delay;
});
