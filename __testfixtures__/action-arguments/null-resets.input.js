browser.action.setTitle({ tabId: 1, title: null });
browser.action.setPopup({ popup: null });
browser.action.setIcon({ tabId: 1 });
browser.action.setBadgeBackgroundColor({ color: null });
browser.action.setBadgeText({ tabId: 1, text: null });
browser.action.setIcon({ path: "a.png" });
browser.action.setIcon({ ...icon });
const icon = { path: "b.png" };
