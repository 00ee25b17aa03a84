import { count } from "./count.js";

chrome.runtime.onInstalled.addListener(() => console.log(count));
