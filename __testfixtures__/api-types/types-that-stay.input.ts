const tab: chrome.tabs.Tab = {} as chrome.tabs.Tab;
let port: browser.runtime.Port | undefined;
let action: typeof chrome.action.setIcon;
interface Own { chrome: { tabs: { InjectDetails: string } } }
import type { extension } from "./types";
let own: extension.MessageSender;
