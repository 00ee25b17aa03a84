const COLOR = 'tomato';
const PAINT = 'document.body.style.color = ';
const limit = 3;

function paint({ tabId }) {
  chrome.scripting.executeScript({
    target: { tabId },
    func: () => {
      document.body.style.color = 'tomato';
    }
  });
  chrome.scripting.executeScript({
    target: { tabId },
    func: (limit) => {
      document.body.style.color = colors[limit];
    },
    args: [limit]
  });
}

chrome.tabs.onActivated.addListener(paint);
