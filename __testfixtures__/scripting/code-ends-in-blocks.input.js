async function stop(tab) {
  const states = await browser.tabs.executeScript(tab.id, {
    code: `{
      const readyState = document.readyState;
      window.stop();
      readyState;
    }`,
    allFrames: true,
  });
  console.log(states);
}

async function insert(tab, text) {
  const [done] = await browser.tabs.executeScript(tab.id, {
    code: `
      const target = document.activeElement;
      if (Number.isInteger(target.selectionStart)) {
        target.setRangeText(${JSON.stringify(text)});
        true;
      }
      else if (target.isContentEditable) {
        document.execCommand('insertText', false, ${JSON.stringify(text)});
        true;
      }
      else {}
    `,
  });
  const [title] = await browser.tabs.executeScript(tab.id, { code: "try { document.querySelector('h1').textContent; } catch (error) { null; } finally { console.log('asked'); }" });
  console.log(done, title);
}

browser.browserAction.onClicked.addListener((tab) => {
  stop(tab);
  insert(tab, 'text');
});
