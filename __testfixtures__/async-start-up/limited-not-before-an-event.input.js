let page = null;

const hello = () => new Promise((resolve) => {
  chrome.runtime.onMessage.addListener((message) => {
    if (message.hello) resolve(message.page);
  });
});

hello().then((name) => {
  page = name;
});

chrome.tabs.onCreated.addListener(() => console.log(page));
