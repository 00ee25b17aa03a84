import "./globals.js";
import browser from "webextension-polyfill";
browser.tabs.query({});
