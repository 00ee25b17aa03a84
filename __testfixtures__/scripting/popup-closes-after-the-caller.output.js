const picker = {
  pick(word) {
    chrome.tabs.executeScript({ code: `pick(${JSON.stringify(word)})` });
  },
};

function hide() {
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => {
    chrome.scripting.insertCSS({
      target: { tabId: tab.id },
      files: ['/hide.css'],
    });
  });
}

document.querySelector('#pick').onclick = () => {
  picker.pick('a');
  window.close();
};

document.querySelector('#hide').onclick = () => {
  hide();
  setTimeout(() => window.close(), 500);
};

document.querySelector('#cancel').onclick = () => window.close();
