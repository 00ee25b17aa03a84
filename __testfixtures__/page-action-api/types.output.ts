import { Action as PageAction } from "webextension-polyfill";
const title: chrome.action.TitleDetails = { tabId: 1, title: "x" };
type Icon = chrome.action.TabIconDetails;
type Show = typeof chrome.action.enable;
export function click(data: PageAction.OnClickData, icon: Icon, show: Show) {
  return [data, icon, show, title];
}
