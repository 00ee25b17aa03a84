import { chrome } from "./mocks";
type Details = chrome.browserAction.TabDetails;
chrome.browserAction.setIcon({} as Details);
