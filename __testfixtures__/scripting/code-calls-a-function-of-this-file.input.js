function highlight(word, color) {
  document.body.innerHTML = document.body.innerHTML.replaceAll(word, `<mark style="background: ${color}">${word}</mark>`);
}

const count = () => document.images.length;

chrome.runtime.onMessage.addListener(({ word, color }, { tab }) => {
  chrome.tabs.executeScript(tab.id, { code: `(${highlight})(${JSON.stringify(word)}, ${JSON.stringify(color)})` });
  chrome.tabs.executeScript(tab.id, { code: '(' + count.toString() + ')()' }, ([images]) => console.log(images));
  chrome.tabs.executeScript(tab.id, { code: `(${(text) => {
    console.log(text);
  }})(...${JSON.stringify([word])})` });
});
