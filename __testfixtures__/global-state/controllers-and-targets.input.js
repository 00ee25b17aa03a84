const stopped = new AbortController();
const bus = new EventTarget();
const own = new EventTarget();
own.addEventListener('go', () => chrome.tabs.create({}));
const answers = new EventTarget();
let request;

function answer() {
  return new Promise((resolve) => answers.addEventListener('answer', resolve, { once: true }));
}

chrome.tabs.onCreated.addListener((tab) => {
  stopped.abort();
  bus.addEventListener('go', () => chrome.tabs.remove(tab.id));
  request?.abort();
  request = new AbortController();
  fetch(tab.url, { signal: request.signal });
  answers.dispatchEvent(new Event('answer'));
});
chrome.action.onClicked.addListener(async () => {
  fetch('https://a.example/', { signal: stopped.signal });
  bus.dispatchEvent(new Event('go'));
  own.dispatchEvent(new Event('go'));
  console.log(await answer());
});
const ended = new AbortController();
fetch('https://b.example/', { signal: ended.signal });
chrome.runtime.onSuspend.addListener(() => ended.abort());
