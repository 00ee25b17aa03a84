const STARTERS = { server: "A program that answers.", proxy: "A program that asks for others." };

/** The last term that was looked up; the menu offers it. */
let last = null;
const stateRestored = browser.storage.session.get({ last: { value: last } }).then((saved) => {
  last = saved.last.value;
}).catch(console.error);

browser.runtime.onInstalled.addListener(({ reason }) => {
  browser.contextMenus.create({ id: "explain", title: "Explain “%s”", contexts: ["selection"] });
  browser.contextMenus.create({ id: "off", title: "No explanations here", contexts: ["page", "action"] });
  if (reason === "install") {
    for (const term of Object.keys(STARTERS)) terms.write(term, STARTERS[term]);
  }
});

browser.contextMenus.onClicked.addListener(async (info, tab) => {
  if (info.menuItemId === "explain") {
    await stateRestored;
    last = info.selectionText.trim();
    browser.storage.session.set({ last: { value: last } });
    browser.tabs.create({ url: browser.runtime.getURL("pages/options.html") + "#" + encodeURIComponent(last) });
  } else {
    browser.scripting.executeScript({
      target: { tabId: tab.id },
      func: () => document.querySelectorAll(".glossary-term").forEach((term) => term.classList.remove("glossary-term"))
    });
  }
});

// A click counts the explained terms of the page.
browser.action.onClicked.addListener((tab) => {
  browser.scripting
    .executeScript({
      target: { tabId: tab.id, allFrames: true },
      func: () => document.querySelectorAll(".glossary-term").length
    })
    .then((counts) => {
      const sum = counts.map(({ result }) => result).reduce((all, count) => all + count, 0);
      return browser.action.setBadgeText({ text: String(sum), tabId: tab.id });
    })
    .catch((error) => console.warn("Glossary:", error.message));
});

browser.runtime.onMessage.addListener((message, sender) => {
  switch (message.type) {
    case "terms":
      return terms.read();
    case "explain":
      return stateRestored.then(() => {
        last = message.term;
        browser.storage.session.set({ last: { value: last } });
        return terms.read().then((all) => all[message.term] || null);
      });
    case "learn":
      return terms.write(message.term, message.meaning).then(() => tellTabs());
    case "last":
      return stateRestored.then(() => Promise.resolve(last));
  }
});

/** Lets the content scripts look again. */
function tellTabs() {
  return browser.tabs.query({ url: ["http://*/*", "https://*/*"] }).then((tabs) => {
    for (const tab of tabs) browser.tabs.sendMessage(tab.id, { type: "look" }).catch(() => {});
    return tabs.length;
  });
}
