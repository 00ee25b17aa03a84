async function ask(tab) {
  const [first] = await browser.tabs.executeScript(tab.id, { code: "document.title; if (document.hidden) { var wide = innerWidth > 500; }" });
  const [second] = await browser.tabs.executeScript(tab.id, { code: 'document.title; {}' });
  const [third] = await browser.tabs.executeScript(tab.id, { code: 'document.title; for (const one of document.links) one.href;' });
  const [fourth] = await browser.tabs.executeScript(tab.id, { code: '{ document.title; function later() {} }' });
  const [fifth] = await browser.tabs.executeScript(tab.id, { code: 'switch (document.readyState) { case "complete": true; }' });
  console.log(first, second, third, fourth, fifth);
}

browser.browserAction.onClicked.addListener(ask);
