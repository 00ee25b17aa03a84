import browser, { type BrowserAction as Button, PageAction } from "webextension-polyfill";
import type { BrowserAction } from "webextension-polyfill";

const badge: chrome.browserAction.BadgeTextDetails = { text: "1" };
const color: chrome.browserAction.BadgeBackgroundColorDetails = { color: "red" };
type Icon = Parameters<typeof chrome.browserAction.setIcon>[0];
let clicked: chrome.browserAction.BrowserClickedEvent;
let data: BrowserAction.OnClickData, other: Button.OnClickData;
(chrome as typeof chrome).browserAction!.setBadgeText(badge);
browser.browserAction.setBadgeBackgroundColor(<any>color);
