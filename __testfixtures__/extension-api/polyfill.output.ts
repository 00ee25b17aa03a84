import browser from "webextension-polyfill";
export const icon: string = browser.runtime.getURL("icon.png");
