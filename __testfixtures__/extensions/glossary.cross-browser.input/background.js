const STARTERS = { server: "A program that answers.", proxy: "A program that asks for others." };

/** The last term that was looked up; the menu offers it. */
let last = null;

browser.runtime.onInstalled.addListener(({ reason }) => {
  browser.contextMenus.create({ id: "explain", title: "Explain “%s”", contexts: ["selection"] });
  browser.contextMenus.create({ id: "off", title: "No explanations here", contexts: ["page", "browser_action"] });
  if (reason === "install") {
    for (const term of Object.keys(STARTERS)) terms.write(term, STARTERS[term]);
  }
});

browser.contextMenus.onClicked.addListener((info, tab) => {
  if (info.menuItemId === "explain") {
    last = info.selectionText.trim();
    browser.tabs.create({ url: browser.extension.getURL("pages/options.html") + "#" + encodeURIComponent(last) });
  } else {
    browser.tabs.executeScript(tab.id, { code: "document.querySelectorAll('.glossary-term').forEach((term) => term.classList.remove('glossary-term'))" });
  }
});

// A click counts the explained terms of the page.
browser.browserAction.onClicked.addListener((tab) => {
  browser.tabs
    .executeScript(tab.id, { code: "document.querySelectorAll('.glossary-term').length", allFrames: true })
    .then((counts) => {
      const sum = counts.reduce((all, count) => all + count, 0);
      return browser.browserAction.setBadgeText({ text: String(sum), tabId: tab.id });
    })
    .catch((error) => console.warn("Glossary:", error.message));
});

browser.runtime.onMessage.addListener((message, sender) => {
  switch (message.type) {
    case "terms":
      return terms.read();
    case "explain":
      last = message.term;
      return terms.read().then((all) => all[message.term] || null);
    case "learn":
      return terms.write(message.term, message.meaning).then(() => tellTabs());
    case "last":
      return Promise.resolve(last);
  }
});

/** Lets the content scripts look again. */
function tellTabs() {
  return browser.tabs.query({ url: ["http://*/*", "https://*/*"] }).then((tabs) => {
    for (const tab of tabs) browser.tabs.sendMessage(tab.id, { type: "look" }).catch(() => {});
    return tabs.length;
  });
}
