import { PageAction } from "webextension-polyfill";
const title: chrome.pageAction.TitleDetails = { tabId: 1, title: "x" };
type Icon = chrome.pageAction.IconDetails;
type Show = typeof chrome.pageAction.show;
export function click(data: PageAction.OnClickData, icon: Icon, show: Show) {
  return [data, icon, show, title];
}
