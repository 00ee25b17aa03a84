import browser from "webextension-polyfill";
export const icon: string = browser.extension.getURL("icon.png");
