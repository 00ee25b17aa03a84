import browser, { type Action as Button, PageAction } from "webextension-polyfill";
import type { Action as BrowserAction } from "webextension-polyfill";

const badge: chrome.action.BadgeTextDetails = { text: "1" };
const color: chrome.action.BadgeColorDetails = { color: "red" };
type Icon = Parameters<typeof chrome.action.setIcon>[0];
let clicked: chrome.browserAction.BrowserClickedEvent;
let data: BrowserAction.OnClickData, other: Button.OnClickData;
(chrome as typeof chrome).action!.setBadgeText(badge);
browser.action.setBadgeBackgroundColor(<any>color);
