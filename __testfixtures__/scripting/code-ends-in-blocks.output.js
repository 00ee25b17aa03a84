async function stop(tab) {
  const states = await browser.scripting.executeScript({
    target: { tabId: tab.id, allFrames: true },
    func: () => {
      {
        const readyState = document.readyState;
        window.stop();
        return readyState;
      }
    },
  });
  console.log(states.map(({ result }) => result));
}

async function insert(tab, text) {
  const [{ result: done }] = await browser.scripting.executeScript({
    target: { tabId: tab.id },
    func: (text) => {
      const target = document.activeElement;
      if (Number.isInteger(target.selectionStart)) {
        target.setRangeText(text);
        return true;
      }
      else if (target.isContentEditable) {
        document.execCommand('insertText', false, text);
        return true;
      }
      else {}
    },
    args: [text],
  });
  const [{ result: title }] = await browser.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => {
      try { return document.querySelector('h1').textContent; } catch (error) { return null; } finally { console.log('asked'); }
    },
  });
  console.log(done, title);
}

browser.browserAction.onClicked.addListener((tab) => {
  stop(tab);
  insert(tab, 'text');
});
