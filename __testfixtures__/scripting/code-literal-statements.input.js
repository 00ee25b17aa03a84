const { tabs } = chrome;

chrome.browserAction.onClicked.addListener((tab) => {
  tabs.executeScript(tab.id, {
    code: 'const style = document.createElement("style"); style.textContent = "* { outline: 1px solid }"; document.head.append(style)',
  });
  tabs.executeScript(tab.id, { code: 'window.print();' });
  tabs.executeScript(tab.id, { code: `
    // Keep the place.
    const y = scrollY;
    document.body.innerHTML = \`
      <p>gone</p>
    \`;
    scrollTo(0, y);
  ` }, () => console.log('done'));
});
