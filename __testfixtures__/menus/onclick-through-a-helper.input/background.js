import { updateMenu } from "./menu.js";

chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({ id: "pause", title: "Pause", contexts: ["action"] });
});

chrome.runtime.onMessage.addListener((paused) => {
  const details = { title: paused ? "Go on" : "Pause" };
  details.onclick = () => chrome.storage.local.set({ paused: !paused });
  updateMenu("pause", details);
  updateMenu("pause", { title: "Pause", onclick: () => chrome.storage.local.remove("paused") });
  updateMenu("pause", { title: "Pause", onclick: null });
});
