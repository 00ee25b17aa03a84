"use strict";

(async () => {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const count = await browser.runtime.sendMessage({ type: "count", tabId: tab.id });
  document.getElementById("count").value = browser.i18n.getMessage("cleaned", [count]);

  const paused = document.getElementById("paused");
  paused.checked = (await browser.storage.local.get({ paused: false })).paused;
  paused.addEventListener("change", () => browser.runtime.sendMessage({ type: "pause", paused: paused.checked }));
})();
