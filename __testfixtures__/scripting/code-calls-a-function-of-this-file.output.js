function highlight(word, color) {
  document.body.innerHTML = document.body.innerHTML.replaceAll(word, `<mark style="background: ${color}">${word}</mark>`);
}

const count = () => document.images.length;

chrome.runtime.onMessage.addListener(({ word, color }, { tab }) => {
  chrome.scripting.executeScript({ target: { tabId: tab.id }, func: highlight, args: [word, color] });
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: count
  }, ([{ result: images }]) => console.log(images));
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: (text) => {
      console.log(text);
    },
    args: [word]
  });
});
