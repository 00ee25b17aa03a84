import { fromEvent } from "event-streams";

fromEvent(browser.tabs.onCreated).subscribe((tab) => console.log(tab.id));

async function start() {
  await browser.storage.local.get("log");
  console.log(browser.tabs.onUpdated);
  fromEvent(browser.tabs.onRemoved).subscribe((id) => console.log(id));
}

browser.runtime.onMessage.addListener((message) => {
  if (message === "windows") fromEvent(browser.windows.onCreated).subscribe((opened) => console.log(opened.id));
});

start();
